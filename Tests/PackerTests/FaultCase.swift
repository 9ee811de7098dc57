import Packer
import Source
import Support
import Testing

/// A template with its expected faults marked: `«` and `»` stand around each place.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let about: String
  /// The names of the problems, in the order of the marks.
  let problems: [String]
  let arguments: [String]
  let bytes: [UInt8]
  /// The marked places.
  let ranges: [ByteRange]

  var testDescription: String { about }
  var file: SourceFile { SourceFile(FileID("machine.json"), bytes: bytes) }

  /// The cases of all files under `Fixtures/packer/faults`.
  static func all() throws -> [FaultCase] {
    try CaseFolder.files(in: "packer/faults", endings: [".case"]).flatMap { file in
      file.text.parts(between: "===\n").map { FaultCase($0.split(separator: "\n").map(String.init)) }
    }
  }

  private init(_ lines: [String]) {
    about = lines[0]
    problems = lines[1] == "-" ? [] : lines[1].split(separator: " ").map(String.init)
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

  /// What the arguments give to the template.
  var inputs: TemplateInputs {
    var inputs = TemplateInputs(workingDirectory: Repository.root)
    inputs.environment = ["VAULT_TOKEN": "x"]
    for (index, argument) in arguments.enumerated() {
      if argument == "-var", let mark = arguments[index + 1].firstIndex(of: "=") {
        let pair = arguments[index + 1]
        inputs.variables.append((String(pair[..<mark]), String(pair[pair.index(after: mark)...])))
      }
      if argument.hasPrefix("-var-file=") { inputs.variableFiles.append(String(argument.dropFirst(10))) }
      if argument.hasPrefix("-only=") { inputs.only.append(String(argument.dropFirst(6))) }
    }
    return inputs
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
