import Source

/// Patterns are checked for their form and not kept: what they match is an `error` node.
extension RubyParser {
  /// Reads the pattern after `in` or `=>`; names in it become variables.
  mutating func pattern() throws(Stop) {
    try descend()
    defer { depth -= 1 }
    blanks()
    try patternElement()
    while true {
      let end = position
      blanks()
      guard byte == "," else {
        position = end
        return
      }
      position += 1
      blanks()
      // `in a,` takes the rest of the list.
      if byte == "\n" || byte == ";" || nextKeyword() == .then { return }
      try patternElement()
    }
  }

  private mutating func patternElement() throws(Stop) {
    if byte == "*" {
      position += peek(1) == "*" ? 2 : 1
      if take(.nilWord) { return }
      if byte.isNameStart { declarePatternName(takeWord()) }
      return
    }
    if byte == "\"" || byte == "'" {
      let string = try stringLiteral()
      if byte == ":", peek(1) != ":" {
        position += 1
        return try keyedPattern()
      }
      return try patternTail(string)
    }
    if isLabel() {
      let name = takeWord()
      position += 1
      let end = position
      blanks()
      if endsPattern() {
        position = end
        return declarePatternName(name)
      }
      return try keyedPattern()
    }
    try alternatives()
  }

  private mutating func keyedPattern() throws(Stop) {
    blanks()
    if !endsPattern() { try alternatives() }
  }

  private mutating func endsPattern() -> Bool {
    switch byte {
    case ",", ")", "]", "}", "\n", ";": true
    case 0: position >= limit
    default: nextKeyword().map { [.then, .ifWord, .unless, .and, .or].contains($0) } ?? false
    }
  }

  /// Reads `a | b => name`.
  private mutating func alternatives() throws(Stop) {
    try descend()
    defer { depth -= 1 }
    while true {
      try singlePattern()
      let end = position
      blanks()
      if byte == "|" {
        position += 1
        space()
        continue
      }
      if byte == "=", peek(1) == ">" {
        position += 2
        space()
        guard byte.isNameStart, !byte.isUpper else { throw unexpected() }
        declarePatternName(takeWord())
        continue
      }
      position = end
      return
    }
  }

  private mutating func singlePattern() throws(Stop) {
    switch byte {
    case "[": try bracketed("]")
    case "{": try bracketed("}")
    case "(": try bracketed(")")
    case "^":
      position += 1
      if byte == "(" || byte == "@" || byte == "$" {
        _ = try primary(.argument)
      } else {
        guard byte.isNameStart else { throw unexpected() }
        _ = takeWord()
      }
    default:
      if byte.isNameStart, !byte.isUpper, RubyKeyword(nextWord().name) == nil {
        declarePatternName(takeWord())
        return
      }
      if byte == ".", peek(1) == "." { return try patternRange() }
      guard startsOperand() else { throw unexpected() }
      // Above `|`, so that alternatives are left to the pattern.
      try patternTail(try argument(10, .argument, head: try primary(.argument)))
    }
  }

  private mutating func patternTail(_ value: RubyNode) throws(Stop) {
    if case .constant = shape(value), byte == "(" || byte == "[" {
      return try bracketed(byte == "(" ? ")" : "]")
    }
    let end = position
    blanks()
    if byte == ".", peek(1) == "." { return try patternRange() }
    position = end
  }

  private mutating func patternRange() throws(Stop) {
    position += peek(2) == "." ? 3 : 2
    blanks()
    if !endsPattern(), byte != "|", byte != "=" { _ = try argument(10, .argument) }
  }

  private mutating func bracketed(_ closing: Unicode.Scalar) throws(Stop) {
    try descend()
    defer { depth -= 1 }
    let opening = ByteRange(position, position + 1)
    position += 1
    space()
    while byte != closing {
      try patternElement()
      space()
      guard byte == "," else { break }
      position += 1
      space()
    }
    try expect(closing, opening: opening)
  }

  private mutating func declarePatternName(_ word: RubyWord) {
    if RubyKeyword(word.name) == nil { scopes.declare(word.name) }
  }
}
