import Packer
import Plan
import Source

/// What an interpreter says of a line of a script that it cannot read.
struct SyntaxComplaint {
  let message: String
  let location: Location

  /// Finds the first line that names the script and a number: `PATH: line 3: …`, `PATH: 3: …`, `PATH:3: …`, `at PATH line 3, …`,
  /// `File "PATH", line 3`; nil where none does.
  init?(in lines: [String], about script: CheckedScript) {
    guard let path = script.path.complete, !path.isEmpty else { return nil }
    for (index, line) in lines.enumerated() {
      guard let found = line.firstRange(of: path) else { continue }
      var rest = line[found.upperBound...].drop { "\":, ".contains($0) }
      if rest.hasPrefix("line ") { rest = rest.dropFirst("line ".count) }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), number > 0, let place = Self.place(ofLine: number, in: script.text)
      else {
        continue
      }
      var words = rest.dropFirst(digits.count).drop { ":, ".contains($0) }
      if words.isEmpty { words = line[..<found.lowerBound].drop { $0 == " " } }
      // Python shows the line first, and says what is wrong last.
      if line.hasPrefix("  File"), let last = lines[index...].last { words = last[...] }
      message = String(words)
      location = place
      return
    }
    return nil
  }

  /// The place of a line, blanks around it left out; the last line where there are fewer.
  private static func place(ofLine number: Int, in text: DerivedText) -> Location? {
    let bytes = text.bytes
    var start = 0
    for _ in 1..<max(number, 1) {
      guard let end = bytes[start...].firstIndex(of: 0x0A), end + 1 < bytes.count else { break }
      start = end + 1
    }
    var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    while start < end, [0x20, 0x09].contains(bytes[start]) { start += 1 }
    while end > start, [0x20, 0x09, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return bytes.isEmpty ? nil : text.location(of: ByteRange(start, end))
  }
}
