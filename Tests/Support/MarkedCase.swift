package import Source

/// A template with places marked in it: `«` and `»` stand around each, and may not nest.
///
/// In a file of cases a line `===` stands between two; each begins with a line of what it is about, one of expected names in
/// the order of the marks (`-` for none), and perhaps one of arguments.
package struct MarkedCase: Sendable {
  package let about: String
  package let names: [String]
  package let arguments: [String]
  package let bytes: [UInt8]
  /// The marked places.
  package let ranges: [ByteRange]

  /// The cases of all files below `Fixtures/PATH`.
  package static func all(in path: String) throws -> [MarkedCase] {
    try CaseFolder.files(in: path, endings: [".case"]).flatMap { file in
      file.text.parts(between: "===\n").map { MarkedCase($0.split(separator: "\n").map(String.init)) }
    }
  }

  private init(_ lines: [String]) {
    about = lines[0]
    names = lines[1] == "-" ? [] : lines[1].split(separator: " ").map(String.init)
    let isOption = lines[2].hasPrefix("-")
    arguments = isOption ? lines[2].split(separator: " ").map(String.init) : []
    (bytes, ranges) = Self.unmarked(lines.dropFirst(isOption ? 3 : 2).joined(separator: "\n"))
  }

  private static func unmarked(_ text: String) -> ([UInt8], [ByteRange]) {
    var bytes: [UInt8] = []
    var ranges: [ByteRange] = []
    var start = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "«": start = bytes.count
      case "»": ranges.append(ByteRange(start, bytes.count))
      default: bytes += Array(String(scalar).utf8)
      }
    }
    return (bytes, ranges)
  }
}

extension String {
  /// The parts between lines that separate them.
  fileprivate func parts(between separator: String) -> [String] {
    var parts = [""]
    for line in split(separator: "\n", omittingEmptySubsequences: true) {
      if line + "\n" == separator { parts.append("") } else { parts[parts.count - 1] += line + "\n" }
    }
    return parts
  }
}
