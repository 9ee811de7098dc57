import Source

extension RubyParser {
  /// Reads a number; its sign, if any, has been taken.
  mutating func number(from start: Int) throws(Stop) -> RubyNode {
    var kind = RubyNumber.integer
    if byte == "0", peek(1).isNameByte {
      try prefixedNumber(from: start)
    } else {
      try digits(from: start) { $0.isDigit }
      if byte == ".", peek(1).isDigit {
        kind = .float
        position += 1
        try digits(from: start) { $0.isDigit }
      }
      let sign = peek(1) == "-" || peek(1) == "+" ? 1 : 0
      if byte | 0x20 == "e", peek(1 + sign).isDigit {
        kind = .float
        position += 1 + sign
        try digits(from: start) { $0.isDigit }
      }
    }
    let suffix = byte
    if suffix == "r", !peek(1).isNameByte || peek(1) == "i" && !peek(2).isNameByte {
      position += 1
      kind = .rational
    }
    if byte == "i", !peek(1).isNameByte {
      position += 1
      kind = .imaginary
    }
    return add(.number(kind), from: start)
  }

  private mutating func prefixedNumber(from start: Int) throws(Stop) {
    position += 1
    switch byte | 0x20 {
    case "x":
      position += 1
      try digits(from: start) { $0.isDigit || ($0 | 0x20) &- 0x61 < 6 }
    case "b":
      position += 1
      try digits(from: start) { $0 == "0" || $0 == "1" }
    case "o":
      position += 1
      try digits(from: start) { $0 &- 0x30 < 8 }
    case "d":
      position += 1
      try digits(from: start) { $0.isDigit }
    default:
      guard byte.isDigit || byte == "_" else { return }
      if byte == "_" { position += 1 }
      try digits(from: start) { $0 &- 0x30 < 8 }
    }
    if byte.isDigit {
      throw stop(
        .invalid("the number has a digit that its base does not know"), at: ByteRange(start, position + 1))
    }
  }

  private mutating func digits(from start: Int, _ isDigit: (UInt8) -> Bool) throws(Stop) {
    guard isDigit(byte) else {
      throw stop(.invalid("the number has no digits"), at: ByteRange(start, position))
    }
    while isDigit(byte) || byte == "_" && isDigit(peek(1)) { position += 1 }
    if byte == "_" {
      throw stop(.invalid("a number cannot end in `_`"), at: ByteRange(start, position + 1))
    }
  }

  /// Whether a symbol begins at the colon.
  func startsSymbol() -> Bool {
    let next = peek(1)
    if next.isNameStart || next == "\"" || next == "'" { return true }
    switch next {
    case "@": return peek(2).isNameStart || peek(2) == "@" && peek(3).isNameStart
    case "$": return !peek(2).isSpace
    case "+", "-", "*", "/", "%", "<", ">", "!", "~", "^", "&", "|", "`": return true
    case "=": return peek(2) == "=" || peek(2) == "~"
    case "[": return peek(2) == "]"
    default: return false
    }
  }

  mutating func symbolLiteral() throws(Stop) -> RubyNode {
    let start = position
    guard startsSymbol() else { throw unexpected() }
    position += 1
    switch byte {
    case "\"", "'":
      let opening = ByteRange(start, position + 1)
      let parts = try quoted(
        StringForm(closing: byte, opening: nil, isInterpolated: byte == "\"", opened: opening))
      return add(.dynamicSymbol(parts), from: start)
    case "@", "$":
      let at = position
      _ = try variable()
      entries.removeLast()
      return add(.symbol(word(at, position)), from: start)
    default:
      guard let name = methodName(allowingSetter: true) else { throw unexpected() }
      return add(.symbol(name), from: start)
    }
  }

  /// Whether a character literal such as `?a` begins at the question mark.
  func startsCharacter() -> Bool {
    let next = peek(1)
    if next.isSpace || next == 0 { return false }
    return !(next.isNameByte && next < 0x80 && peek(2).isNameByte)
  }

  mutating func characterLiteral() throws(Stop) -> RubyNode {
    let start = position
    position += 1
    let mark = pending.count
    if byte == "\\" {
      try escape()
    } else {
      let at = position
      position += 1
      while byte & 0xC0 == 0x80 { position += 1 }
      pending.append(add(.text(RubyText(home: .text)), at, position))
    }
    return add(.string(list(since: mark)), from: start)
  }
}
