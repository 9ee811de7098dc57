import Source

extension RubyParser {
  /// Reads a pattern without `|` and `=>`; a head is a text that has been read already.
  mutating func singlePattern(_ head: RubyNode?) throws(Stop) {
    if head != nil { return try patternRange() }
    switch byte {
    case "[": try bracketedPattern("]", mayHaveKeys: false)
    case "{": try bracketedPattern("}", mayHaveKeys: true)
    case "(":
      let opening = ByteRange(position, position + 1)
      position += 1
      space()
      try patternValue(nil)
      space()
      try expect(")", opening: opening)
    case "^":
      position += 1
      space()
      try pinned()
    case ".":
      guard let length = rangeLength() else { throw unexpected() }
      position += length
      space()
      guard try primitive() else { throw unexpected() }
    default:
      if byte.isUpper || byte == ":" && peek(1) == ":" { return try constantPattern() }
      if byte.isNameStart, RubyKeyword(nextWord().name) == nil { return try set(takeWord()) }
      guard try primitive() else { throw unexpected() }
      try patternRange()
    }
  }

  /// Reads `^name`, `^@name` or `^(value)` behind its mark: what is compared with.
  private mutating func pinned() throws(Stop) {
    switch byte {
    case "(":
      let opening = ByteRange(position, position + 1)
      position += 1
      space()
      _ = try withDo { parser throws(Stop) in try parser.expression(.command) }
      blanks()
      try expect(")", opening: opening)
    case "@", "$": _ = try variable()
    default:
      guard byte.isNameStart, RubyKeyword(nextWord().name) == nil else { throw unexpected() }
      let name = takeWord()
      guard scopes.holds(name.name) else {
        throw stop(.invalid("only a variable can stand behind `^`"), at: name.range)
      }
    }
  }

  /// Reads `A::B`, with what its objects are taken apart into: `A(x:, y:)`, `A[x, *]`.
  private mutating func constantPattern() throws(Stop) {
    if byte == ":" { position += 2 }
    while true {
      space()
      guard byte.isUpper, nextKeyword() == nil, bytes[nextWord().range.end - 1].isNameByte else {
        throw unexpected()
      }
      _ = takeWord()
      guard byte == ":", peek(1) == ":" else { break }
      position += 2
    }
    if byte == "(" || byte == "[" { try bracketedPattern(byte == "(" ? ")" : "]", mayHaveKeys: true) }
  }

  /// Reads `..` and the end of a range, if they follow.
  private mutating func patternRange() throws(Stop) {
    let end = position
    blanks()
    guard let length = rangeLength() else {
      position = end
      return
    }
    position += length
    space()
    _ = try primitive()
  }

  private func rangeLength() -> Int? {
    guard byte == ".", peek(1) == "." else { return nil }
    return peek(2) == "." ? 3 : 2
  }

  /// Reads a literal, if one stands at the position: what can be an end of a range.
  private mutating func primitive() throws(Stop) -> Bool {
    switch byte {
    case "-", "+":
      guard peek(1).isDigit else {
        guard byte == "-", peek(1) == ">" else { return false }
        _ = try lambda()
        return true
      }
      let start = position
      position += 1
      _ = try number(from: start)
    case "\"", "'", "`", "/", ":", "?", "%", 0x30...0x39: _ = try primary(.argument)
    case "<":
      guard startsDocument() else { return false }
      _ = try primary(.argument)
    default:
      switch nextKeyword() {
      case .nilWord, .trueWord, .falseWord, .selfWord, .file, .line, .encoding:
        _ = try primary(.argument)
      default: return false
      }
    }
    return true
  }
}
