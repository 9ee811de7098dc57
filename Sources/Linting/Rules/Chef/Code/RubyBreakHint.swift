import Diagnostics
import Project
import RubySyntax
import Source

/// What may be missing before the place at which Ruby stops: a `do`, or a comma.
struct RubyBreakHint {
  let label: Label

  /// Looks at the lines before a fault of a file; nil where they tell nothing.
  init?(_ fault: RubyBreak, in file: ProjectRubyFile) {
    let lines = Lines(file.tree.text.bytes)
    let start = fault.location.range.start
    guard let line = lines.index(of: start), lines.text(line).first == lines.bytes[start...].first,
      lines.start(ofText: line) == start
    else { return nil }
    let word = lines.bytes[start...].prefix(while: Self.isWordPart)
    let hint: (line: Int, words: String)?
    if word.elementsEqual("end".utf8) {
      hint = Self.opener(before: line, lines).map {
        (line: $0, words: "`do` may be missing at the end of this line")
      }
    } else {
      hint = Self.item(before: line, word, lines).map {
        (line: $0, words: "a comma may be missing behind this")
      }
    }
    guard let hint else { return nil }
    let text = lines.range(ofText: hint.line)
    label = Label(hint.words, at: Location(fault.location.file, ByteRange(text.lowerBound, text.upperBound)))
  }

  /// The line that an `end` seems to close: a call with arguments, whose block does not begin.
  private static func opener(before line: Int, _ lines: Lines) -> Int? {
    let indentation = lines.indentation(line)
    guard
      let found = (0..<line).last(where: { !lines.isBlank($0) && lines.indentation($0) <= indentation }),
      lines.indentation(found) == indentation
    else { return nil }
    let text = lines.text(found)
    let word = text.prefix(while: isWordPart)
    let opens = keywords.contains { word.elementsEqual($0.utf8) }
    let isClosed = [" do", "|", "{", "end", "}"].contains { ending in
      text.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
    guard !opens, !isClosed, word.count < text.count, text[word.endIndex] == UInt8(ascii: " ") else {
      return nil
    }
    return found
  }

  /// The line before a pair, which does not end as if more came.
  private static func item(before line: Int, _ word: ArraySlice<UInt8>, _ lines: Lines) -> Int? {
    let rest = lines.bytes[word.endIndex...].drop { $0 == 0x20 }
    let isPair = !word.isEmpty && (rest.starts(with: ": ".utf8) || rest.starts(with: "=>".utf8))
    let isText = word.isEmpty && lines.text(line).first.map { "'\":".utf8.contains($0) } == true
    guard isPair || isText, let found = (0..<line).last(where: { !lines.isBlank($0) }),
      let last = lines.text(found).last,
      isWordPart(last) || "'\")]}".utf8.contains(last)
    else { return nil }
    return found
  }

  private static let keywords = [
    "if", "unless", "case", "while", "until", "for", "def", "class", "module", "begin", "end", "else",
    "elsif", "when", "rescue", "ensure",
  ]

  private static func isWordPart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}

/// The lines of a text.
private struct Lines {
  let bytes: [UInt8]
  private let lines: [ArraySlice<UInt8>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  func index(of position: Int) -> Int? {
    lines.firstIndex { $0.startIndex <= position && position < $0.endIndex }
  }

  func indentation(_ line: Int) -> Int { lines[line].prefix { $0 == 0x20 || $0 == 0x09 }.count }

  func start(ofText line: Int) -> Int { lines[line].startIndex + indentation(line) }

  /// What a line holds between blanks.
  func text(_ line: Int) -> ArraySlice<UInt8> { bytes[range(ofText: line)] }

  func range(ofText line: Int) -> Range<Int> {
    let start = start(ofText: line)
    var end = lines[line].endIndex
    while end > start, [0x20, 0x09, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Whether a line holds nothing but a comment.
  func isBlank(_ line: Int) -> Bool { text(line).first.map { $0 == UInt8(ascii: "#") } ?? true }
}
