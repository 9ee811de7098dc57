import Source

extension RubyParser {
  /// The byte at the position; 0 at the end.
  @inline(__always) var byte: UInt8 { bytes[position] }

  func peek(_ distance: Int) -> UInt8 { bytes[position + distance] }

  /// Whether a spelling stands at a position.
  func stands(_ spelling: StaticString, at position: Int) -> Bool {
    guard position + spelling.utf8CodeUnitCount <= bytes.count else { return false }
    let start = spelling.utf8Start
    for offset in 0..<spelling.utf8CodeUnitCount where bytes[position + offset] != start[offset] {
      return false
    }
    return true
  }

  /// Takes blanks, continued lines and a comment, but no line end.
  mutating func blanks() {
    while true {
      switch bytes[position] {
      case " ", "\t", 0x0B, 0x0C, "\r": position += 1
      case "\\":
        if peek(1) == "\n" {
          position = afterNewline(position + 1)
        } else if peek(1) == "\r", peek(2) == "\n" {
          position = afterNewline(position + 2)
        } else {
          return
        }
      case "#": comment()
      case 0, 4, 26:
        // Ruby ends the text at these.
        if position < limit { cut(at: position) }
        return
      default: return
      }
    }
  }

  /// Takes blanks, comments and line ends.
  mutating func space() {
    while true {
      blanks()
      guard byte == "\n" else { return }
      crossLine()
    }
  }

  /// Takes what separates statements.
  mutating func separators() {
    while true {
      blanks()
      if byte == "\n" {
        crossLine()
      } else if byte == ";" {
        position += 1
      } else {
        return
      }
    }
  }

  /// Goes over a line end, here-documents that follow it included.
  mutating func crossLine() {
    position = afterNewline(position)
    beginLine()
  }

  /// The offset after a line end and the here-documents behind it.
  func afterNewline(_ newline: Int) -> Int {
    documentEnds.isEmpty ? newline + 1 : documentEnds[newline] ?? newline + 1
  }

  /// Takes what has a meaning only at the start of a line: `=begin` and `__END__`.
  mutating func beginLine() {
    while byte == "=", stands("=begin", at: position), peek(6).isSpace || peek(6) == 0 {
      let start = position
      repeat {
        position = min(limit, newline(from: position) + 1)
      } while position < limit
        && !(stands("=end", at: position) && (peek(4).isSpace || peek(4) == 0))
      if position >= limit {
        tell(
          .unclosed("=begin", closing: "=end"), at: ByteRange(at: limit), opening: ByteRange(start, start + 6)
        )
        return
      }
      let end = newline(from: position)
      note(comment: start, end)
      position = min(limit, end + 1)
    }
    if byte == "_", kind == .script, stands("__END__", at: position) {
      let end = position + 7
      guard end >= limit || bytes[end] == "\n" || (bytes[end] == "\r" && bytes[end + 1] == "\n") else {
        return
      }
      dataStart = min(limit, newline(from: end) + 1)
      cut(at: position)
    }
  }

  /// The offset of the next line end, or the end of the text.
  mutating func newline(from start: Int) -> Int {
    if knownNewline.from <= start, start <= knownNewline.at { return knownNewline.at }
    let at = max(start, bytes.offset(of: 0x0A, from: start, below: limit))
    knownNewline = (start, at)
    return at
  }

  /// Ends the text for the parser.
  private mutating func cut(at end: Int) {
    limit = end
    knownNewline = (1, 0)
    bytes.removeSubrange(end...)
    bytes.append(contentsOf: repeatElement(0, count: 8))
  }

  private mutating func comment() {
    let start = position
    position = max(position, bytes.offset(of: 0x0A, from: position, below: limit))
    note(comment: start, bytes[position - 1] == "\r" ? position - 1 : position)
  }

  private mutating func note(comment start: Int, _ end: Int) {
    if let last = comments.last, last.start >= start { return }
    comments.append(ByteRange(start, end))
  }

  /// Whether the line end at the position is no end, since the next line begins with `.name` or `&.`.
  mutating func continuesAfterLine() -> Bool {
    if let known = knownLineEnd, known.position == position { return known.continues }
    var at = position
    repeat {
      at = afterNewline(at)
      while bytes[at] == " " || (bytes[at] &- 9 < 5 && bytes[at] != 0x0A) { at += 1 }
      if bytes[at] == "#" { while at < limit, bytes[at] != 0x0A { at += 1 } } else { break }
    } while at < limit
    let continues = bytes[at] == "." ? bytes[at + 1] != "." : bytes[at] == "&" && bytes[at + 1] == "."
    knownLineEnd = (position, continues)
    return continues
  }
}
