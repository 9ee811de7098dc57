import Source

extension RuleExample.File {
  /// Takes the lines of a fenced block apart into text and caret lines; the word `crlf` gives the file the line ends
  /// of Windows, the word `binary` a zero at its end.
  init(path: String, words: [String], content: ArraySlice<Substring>, from line: Int) {
    var bytes: [UInt8] = []
    var expected: [RuleExample.ExpectedFinding] = []
    var above = (text: Substring(""), start: 0)
    for (offset, text) in content.enumerated() {
      if let carets = CaretLine(text) {
        expected.append(carets.finding(below: above.text, at: above.start, line: line + offset))
      } else {
        above = (text, bytes.count)
        bytes += text.utf8
        bytes += words.contains("crlf") ? [0x0D, 0x0A] : [0x0A]
      }
    }
    if words.contains("binary") { bytes.append(0) }
    self.init(path: path, words: words, bytes: bytes, expected: expected, line: line)
  }
}

/// A line of blanks, carets, perhaps `…`, and a message.
private struct CaretLine {
  private let columns: Range<Int>
  private let continues: Bool
  private let message: String

  init?(_ line: Substring) {
    let blanks = line.prefix { $0 == " " || $0 == "\t" }
    let carets = line.dropFirst(blanks.count).prefix { $0 == "^" }
    guard !carets.isEmpty else { return nil }
    var rest = line.dropFirst(blanks.count + carets.count)
    continues = rest.first == "…"
    if continues { rest = rest.dropFirst() }
    guard rest.first == " " else { return nil }
    columns = blanks.count..<blanks.count + carets.count
    message = String(rest.drop { $0 == " " })
  }

  /// The finding: columns count the Unicode scalars of the line above.
  func finding(below text: Substring, at start: Int, line: Int) -> RuleExample.ExpectedFinding {
    let scalars = Array(text.unicodeScalars)
    func offset(_ column: Int) -> Int {
      start + scalars.prefix(column).reduce(0) { $0 + UTF8.width($1) }
    }
    return .init(
      range: ByteRange(offset(columns.lowerBound), offset(columns.upperBound)), continues: continues,
      message: message, line: line)
  }
}
