import Source

/// Reads a shell text from front to back; a place that cannot be understood is noted and passed over.
struct ShellParser {
  let text: DerivedText
  let bytes: [UInt8]
  var position: Int
  /// Where reading stops: the end of the text, or of the part in backticks.
  let end: Int
  var comments: [Location] = []
  var faults: [ShellFault] = []
  /// Where reading goes on after the next end of line: past the here-documents that the line asked for.
  var resume: Int?
  var depth: Int

  /// Nesting (quotes, substitutions, compound commands) is followed to here.
  static let depthLimit = 80

  init(_ text: DerivedText, from start: Int = 0, to end: Int? = nil, depth: Int = 0) {
    self.text = text
    bytes = text.bytes
    position = start
    self.end = end ?? text.bytes.count
    self.depth = depth
  }

  /// The whole text.
  mutating func script() -> ShellList {
    var items: [ShellItem] = []
    while true {
      items += list().items
      guard position < end else { return ShellList(items) }
      unexpected()
    }
  }

  /// The byte at an offset from the position; 0 past the end.
  func peek(_ offset: Int = 0) -> UInt8 {
    let index = position + offset
    return index < end ? bytes[index] : 0
  }

  /// Whether the text goes on so.
  func sees(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard position + count <= end else { return false }
    return literal.withUTF8Buffer { buffer in
      for index in 0..<count where buffer[index] != bytes[position + index] { return false }
      return true
    }
  }

  func location(_ start: Int, _ stop: Int) -> Location {
    text.location(of: ByteRange(start, max(start, stop)))
  }

  mutating func fault(_ problem: ShellFault.Problem, _ start: Int, _ stop: Int) {
    faults.append(ShellFault(problem, at: location(start, stop)))
  }

  /// Passes one mark or word that cannot stand here, and notes it.
  mutating func unexpected() {
    let start = position
    if Self.isMeta(peek()) { position += 1 } else { _ = word() }
    if position == start { position += 1 }
    fault(.unexpected(String(decoding: bytes[start..<position], as: UTF8.self)), start, position)
  }

  /// Runs a part one level deeper; gives up the rest of the text where it is too deep.
  mutating func deeper<Result>(_ fallback: Result, _ body: (inout ShellParser) -> Result) -> Result {
    guard depth < Self.depthLimit else {
      if faults.last?.problem != .tooDeep { fault(.tooDeep, position, position) }
      position = end
      return fallback
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  /// Passes blanks, escaped line ends and a comment.
  mutating func skipBlanks() {
    while position < end {
      if Self.isBlank(peek()) {
        position += 1
      } else if sees("\\\n") {
        position += 2
      } else if sees("\\\r\n") {
        position += 3
      } else {
        break
      }
    }
    if peek() == UInt8(ascii: "#"), position < end { skipComment() }
  }

  /// Passes blanks, comments and ends of lines.
  mutating func skipLines() {
    skipBlanks()
    while position < end, peek() == UInt8(ascii: "\n") {
      endLine()
      skipBlanks()
    }
  }

  /// Passes the end of a line and the here-documents that follow it.
  mutating func endLine() {
    position += 1
    if let resume { position = max(position, resume) }
    resume = nil
  }

  private mutating func skipComment() {
    let start = position
    while position < end, peek() != UInt8(ascii: "\n") { position += 1 }
    comments.append(location(start, position))
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  /// Whether a byte ends a word outside quotes.
  static func isMeta(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      true
    default: isBlank(byte)
    }
  }

  static func isNameStart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }

  static func isNameByte(_ byte: UInt8) -> Bool { isNameStart(byte) || (0x30...0x39).contains(byte) }
}
