import Source

extension RubyParser {
  /// The name at the position with a `?` or `!` of its own; not taken yet.
  mutating func nextWord() -> RubyWord {
    if let known = knownWord, known.start == position { return known.word }
    var end = position
    while bytes[end].isNameByte { end += 1 }
    if bytes[end] == "?" || bytes[end] == "!", bytes[end + 1] != "=" { end += 1 }
    let next = word(position, end)
    knownWord = (position, next)
    return next
  }

  /// Takes the name at the position.
  mutating func takeWord() -> RubyWord {
    let next = nextWord()
    position = next.range.end
    return next
  }

  /// The reserved word at the position.
  mutating func nextKeyword() -> RubyKeyword? {
    guard byte.isLetter || byte == "_" else { return nil }
    return RubyKeyword(nextWord().name)
  }

  /// Takes a reserved word, if it stands at the position.
  mutating func take(_ keyword: RubyKeyword) -> Bool {
    guard nextKeyword() == keyword else { return false }
    position = nextWord().range.end
    return true
  }

  /// Takes a mark, or stops.
  mutating func expect(_ mark: Unicode.Scalar, opening: ByteRange? = nil) throws(Stop) {
    guard byte == mark else {
      guard let opening else { throw unexpected() }
      let opened = String(decoding: bytes[opening.indices], as: UTF8.self)
      if position >= limit {
        throw stop(
          .unclosed(opened, closing: String(Character(mark))), at: ByteRange(at: limit), opening: opening)
      }
      throw unexpected()
    }
    position += 1
  }

  /// Whether `name:` stands at the position: a key among arguments, or a keyword parameter.
  mutating func isLabel() -> Bool {
    guard byte.isNameStart else { return false }
    let end = nextWord().range.end
    return bytes[end] == ":" && bytes[end + 1] != ":"
  }

  /// Takes the name of a method where one is defined or called after a dot: any name, reserved word or operator.
  mutating func methodName(allowingSetter: Bool) -> RubyWord? {
    let start = position
    if byte.isNameStart {
      var name = takeWord()
      let last = bytes[position - 1]
      if allowingSetter, byte == "=", last != "?", last != "!", endsSetter(position) {
        position += 1
        name = word(start, position)
      }
      return name
    }
    guard let length = operatorNameLength() else { return nil }
    position += length
    return word(start, position)
  }

  /// Whether the `=` at an offset belongs to a name such as `size=`.
  private func endsSetter(_ at: Int) -> Bool {
    switch bytes[at + 1] {
    case "~", ">": false
    case "=": bytes[at + 2] == ">"
    default: true
    }
  }

  /// The length of the operator at the position that can be the name of a method.
  func operatorNameLength() -> Int? {
    switch byte {
    case "+", "-", "!", "~": if peek(1) == "@" { return 2 }
    default: break
    }
    switch byte {
    case "+", "-", "/", "%", "|", "^", "&", "`", "~": return 1
    case "*": return peek(1) == "*" ? 2 : 1
    case "!": return peek(1) == "=" || peek(1) == "~" ? 2 : 1
    case "=":
      if peek(1) == "=" { return peek(2) == "=" ? 3 : 2 }
      return peek(1) == "~" ? 2 : nil
    case "<":
      if peek(1) == "=" { return peek(2) == ">" ? 3 : 2 }
      return peek(1) == "<" ? 2 : 1
    case ">": return peek(1) == "=" || peek(1) == ">" ? 2 : 1
    case "[":
      guard peek(1) == "]" else { return nil }
      return peek(2) == "=" && peek(3) != "=" && peek(3) != ">" ? 3 : 2
    default: return nil
    }
  }
}
