import Source

/// Cuts a template into tokens, as Go's lexer does; after a fault it goes on behind the next `}}`.
struct GoLexer {
  let bytes: [UInt8]
  /// Ranges that are text although they look like actions.
  private let untouched: [ByteRange]
  var offset = 0
  private var parenthesisDepth = 0
  /// The braces that opened the action in hand.
  private var opening = ByteRange(at: 0)
  private var found: [GoToken] = []
  /// Whether the text that follows loses the blanks at its start.
  private var trimsNext = false

  init(_ bytes: [UInt8], untouched: [ByteRange] = []) {
    self.bytes = bytes
    self.untouched = untouched
  }

  /// The tokens of the whole text, closed by an `.end`.
  mutating func tokens() -> [GoToken] {
    while offset < bytes.count { readText() }
    append(.end, from: bytes.count)
    return found
  }

  mutating func append(
    _ kind: GoToken.Kind, from start: Int, message: String = "", goWords: String? = nil
  ) {
    found.append(GoToken(kind: kind, range: ByteRange(start, offset), message: message, goWords: goWords))
  }

  /// Notes a fault and leaves the action.
  mutating func fail(_ message: String, from start: Int, goWords: String? = nil) {
    append(.fault, from: start, message: message, goWords: goWords)
    while offset < bytes.count, !isRightDelimiter(at: offset) { offset += 1 }
    if offset < bytes.count { offset += 2 }
    append(.rightDelimiter, from: offset)
    parenthesisDepth = 0
  }

  private mutating func readText() {
    let start = offset
    let opening = nextOpening(from: start)
    offset = opening ?? bytes.count
    var range = ByteRange(start, offset)
    if trimsNext { range = trimmedAtStart(range) }
    trimsNext = false
    if let opening, hasLeftTrim(at: opening + 2) { range = trimmedAtEnd(range) }
    if !range.isEmpty { found.append(GoToken(kind: .text, range: range)) }
    if opening != nil { readAction() }
  }

  /// The next `{{` that opens an action.
  private func nextOpening(from start: Int) -> Int? {
    var from = start
    while let found = bytes.firstIndex(of: 0x7B, from: from) {
      guard found + 1 < bytes.count else { return nil }
      if let skipped = untouched.first(where: { $0.start <= found && found < $0.end }) {
        from = skipped.end
      } else if bytes[found + 1] == 0x7B {
        return found
      } else {
        from = found + 1
      }
    }
    return nil
  }

  private mutating func readAction() {
    let start = offset
    offset += 2
    opening = ByteRange(start, offset)
    if hasLeftTrim(at: offset) { offset += 2 }
    if offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "/"), bytes[offset + 1] == UInt8(ascii: "*") {
      return readComment(from: start)
    }
    append(.leftDelimiter, from: start)
    parenthesisDepth = 0
    while readInside() {}
  }

  private mutating func readComment(from start: Int) {
    var end = offset + 2
    while end + 1 < bytes.count, !(bytes[end] == UInt8(ascii: "*") && bytes[end + 1] == UInt8(ascii: "/")) {
      end += 1
    }
    guard end + 1 < bytes.count else {
      offset = bytes.count
      return noteUnclosed("the comment is not closed: `*/}}` is missing", goWords: "unclosed comment")
    }
    offset = end + 2
    if hasRightTrim(at: offset) {
      trimsNext = true
      offset += 4
    } else if isRightDelimiter(at: offset) {
      offset += 2
    } else {
      fail(
        "a comment must fill its whole action", from: start,
        goWords: "comment ends before closing delimiter")
      found.removeLast()
    }
  }

  /// Notes, at the braces that open it, that an action has no end.
  private mutating func noteUnclosed(_ message: String, goWords: String) {
    found.append(GoToken(kind: .fault, range: opening, message: message, goWords: goWords))
  }

  /// Reads one token inside an action; false at its end.
  private mutating func readInside() -> Bool {
    let start = offset
    if hasRightTrim(at: offset) || isRightDelimiter(at: offset) { return readClosing() }
    guard offset < bytes.count else {
      noteUnclosed("the action is not closed: `}}` is missing", goWords: "unclosed action")
      append(.rightDelimiter, from: start)
      return false
    }
    let byte = bytes[offset]
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D:
      while offset < bytes.count, bytes[offset].isTemplateSpace, !hasRightTrim(at: offset) { offset += 1 }
      append(.space, from: start)
    case UInt8(ascii: "("), UInt8(ascii: ")"): return readParenthesis(byte)
    case UInt8(ascii: "="): take(.assign)
    case UInt8(ascii: "|"): take(.pipe)
    case UInt8(ascii: ","): take(.comma)
    case UInt8(ascii: ":"):
      guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "=") else {
        offset += 1
        fail("`:` must be followed by `=`", from: start, goWords: "expected :=")
        return false
      }
      offset += 2
      append(.declare, from: start)
    default: return readWord(byte)
    }
    return true
  }

  private mutating func take(_ kind: GoToken.Kind) {
    offset += 1
    append(kind, from: offset - 1)
  }

  private mutating func readClosing() -> Bool {
    let start = offset
    if parenthesisDepth > 0 {
      let closing = ByteRange(start, min(start + 2, bytes.count))
      found.append(
        GoToken(
          kind: .fault, range: closing, message: "a parenthesis is not closed: `)` is missing",
          goWords: "unclosed left paren"))
    }
    if isRightDelimiter(at: offset) {
      offset += 2
    } else {
      trimsNext = true
      offset += 4
    }
    append(.rightDelimiter, from: start)
    return false
  }

  private mutating func readParenthesis(_ byte: UInt8) -> Bool {
    let opens = byte == UInt8(ascii: "(")
    parenthesisDepth += opens ? 1 : -1
    take(opens ? .leftParenthesis : .rightParenthesis)
    guard parenthesisDepth < 0 else { return true }
    found.removeLast()
    fail("`)` closes nothing", from: offset - 1, goWords: "unexpected right paren")
    return false
  }

  func isRightDelimiter(at place: Int) -> Bool {
    place + 1 < bytes.count && bytes[place] == 0x7D && bytes[place + 1] == 0x7D
  }

  /// ` -}}`: a blank and a minus before the closing braces.
  func hasRightTrim(at place: Int) -> Bool {
    place + 1 < bytes.count && bytes[place].isTemplateSpace && bytes[place + 1] == UInt8(ascii: "-")
      && isRightDelimiter(at: place + 2)
  }

  /// `{{- `: a minus and a blank behind the opening braces.
  private func hasLeftTrim(at place: Int) -> Bool {
    place + 1 < bytes.count && bytes[place] == UInt8(ascii: "-") && bytes[place + 1].isTemplateSpace
  }

  private func trimmedAtStart(_ range: ByteRange) -> ByteRange {
    var start = range.start
    while start < range.end, bytes[start].isTemplateSpace { start += 1 }
    return ByteRange(start, range.end)
  }

  private func trimmedAtEnd(_ range: ByteRange) -> ByteRange {
    var end = range.end
    while end > range.start, bytes[end - 1].isTemplateSpace { end -= 1 }
    return ByteRange(range.start, end)
  }
}
