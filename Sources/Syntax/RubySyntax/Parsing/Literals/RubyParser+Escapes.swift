import Source

extension RubyParser {
  /// Reads the escape at the backslash onto the pending pieces.
  mutating func escape() throws(Stop) {
    let start = position
    let first = escapes.count
    position += 1
    let mark = byte
    switch mark {
    case "\n":
      position = afterNewline(position)
      return
    case "\r" where peek(1) == "\n":
      position = afterNewline(position + 1)
      return
    case "u": try unicodeEscape(from: start)
    case "x", 0x30...0x37, "c", "C", "M": escapes.append(try byteEscape(from: start))
    case "a", "b", "e", "f", "n", "r", "s", "t", "v":
      escapes.append(controlByte(mark))
      position += 1
    default:
      // The character itself, which stands in the text.
      let at = position
      position += 1
      while byte & 0xC0 == 0x80 { position += 1 }
      pending.append(add(.text(RubyText(home: .text)), at, position))
      return
    }
    let home = RubyText.Home.escapes(from: Int32(first), count: Int32(escapes.count - first))
    pending.append(add(.text(RubyText(home: home)), start, position))
  }

  private func controlByte(_ mark: UInt8) -> UInt8 {
    switch mark {
    case "a": 7
    case "b": 8
    case "e": 27
    case "f": 12
    case "n": 10
    case "r": 13
    case "s": 32
    case "t": 9
    case "v": 11
    default: mark
    }
  }

  /// Reads `\x41`, `\101`, `\C-a`, `\M-a` after the backslash.
  private mutating func byteEscape(from start: Int) throws(Stop) -> UInt8 {
    let mark = byte
    switch mark {
    case "x":
      position += 1
      guard hexadecimal(byte) != nil else { throw invalid(from: start) }
      return UInt8(truncatingIfNeeded: hexadecimal(atMost: 2))
    case 0x30...0x37:
      var value = 0
      var count = 0
      while count < 3, byte &- 0x30 < 8 {
        value = value * 8 + Int(byte - 0x30)
        position += 1
        count += 1
      }
      return UInt8(truncatingIfNeeded: value)
    case "c":
      position += 1
    default:
      guard peek(1) == "-" else { throw invalid(from: start) }
      position += 2
    }
    let inner: UInt8
    if byte == "\\" {
      position += 1
      switch byte {
      case "x", 0x30...0x37, "c", "C", "M":
        try descend()
        defer { depth -= 1 }
        inner = try byteEscape(from: start)
      default:
        inner = controlByte(byte)
        position += 1
      }
    } else {
      guard byte >= 0x20, byte < 0x80 else { throw invalid(from: start) }
      inner = byte
      position += 1
    }
    if mark == "M" { return inner | 0x80 }
    return inner == "?" ? 0x7F : inner & 0x9F
  }

  private mutating func unicodeEscape(from start: Int) throws(Stop) {
    position += 1
    guard byte == "{" else {
      let at = position
      let value = hexadecimal(atMost: 4)
      guard position == at + 4 else { throw invalid(from: start) }
      append(scalar: value)
      return
    }
    position += 1
    while byte == " " || byte == "\t" { position += 1 }
    var count = 0
    while byte != "}" {
      guard hexadecimal(byte) != nil else { throw invalid(from: start) }
      let value = hexadecimal(atMost: 7)
      guard value <= 0x10FFFF else { throw invalid(from: start) }
      append(scalar: value)
      count += 1
      while byte == " " || byte == "\t" { position += 1 }
    }
    guard count > 0 else { throw invalid(from: start) }
    position += 1
  }

  private mutating func append(scalar value: Int) {
    // Half a pair is refused by Ruby only when it is used; it becomes the replacement character here.
    let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: value)) ?? "\u{FFFD}"
    escapes.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal(atMost count: Int) -> Int {
    var value = 0
    var left = count
    while left > 0, let digit = hexadecimal(byte) {
      value = value * 16 + digit
      position += 1
      left -= 1
    }
    return value
  }

  private func hexadecimal(_ byte: UInt8) -> Int? {
    if byte.isDigit { return Int(byte - 0x30) }
    let lower = byte | 0x20
    return lower &- 0x61 < 6 ? Int(lower - 0x61) + 10 : nil
  }

  private mutating func invalid(from start: Int) -> Stop {
    stop(.invalid("the escape is not complete"), at: ByteRange(start, min(position + 1, limit)))
  }
}
