extension TOMLReader {
  func peek(_ ahead: Int = 0) -> UInt8? { index + ahead < bytes.count ? bytes[index + ahead] : nil }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard let byte = peek(), byte == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  func fault(_ message: String) -> Fault { Fault(message: message, offset: index) }

  mutating func skipBlanks() { while let byte = peek(), byte == 0x20 || byte == 0x09 { index += 1 } }

  /// Passes over blanks, comments and ends of lines; a sign that no comment may hold stays where it is.
  mutating func skipLines() {
    while let byte = peek() {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D && peek(1) == 0x0A {
        index += 1
      } else if byte == UInt8(ascii: "#") {
        let start = index
        guard (try? skipComment()) != nil else {
          index = start
          return
        }
      } else {
        return
      }
    }
  }

  mutating func skipComment() throws(Fault) {
    guard peek() == UInt8(ascii: "#") else { return }
    while let byte = peek(), byte != 0x0A {
      if byte == 0x0D, peek(1) == 0x0A { return }
      guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else {
        throw fault("a comment holds a control sign")
      }
      index += 1
    }
  }

  static func isBare(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x80
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  func isTripled() -> Bool { peek() == peek(1) && peek(1) == peek(2) }

  /// `"…"` on one line.
  mutating func basicString() throws(Fault) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape()
      case _ where byte >= 0x20 && byte != 0x7F || byte == 0x09:
        text.append(byte)
        index += 1
      default: throw fault("a text holds a control sign")
      }
    }
    throw fault("a quote is not closed")
  }

  /// `'…'` on one line, without escapes.
  mutating func literalString() throws(Fault) -> String {
    index += 1
    let start = index
    while let byte = peek() {
      if byte == UInt8(ascii: "'") {
        index += 1
        return String(decoding: bytes[start..<(index - 1)], as: UTF8.self)
      }
      guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else { throw fault("a text holds a control sign") }
      index += 1
    }
    throw fault("a quote is not closed")
  }

  /// Three quotes of either kind around any number of lines.
  mutating func longString() throws(Fault) -> String {
    let quote = bytes[index]
    index += 3
    if peek() == 0x0D, peek(1) == 0x0A { index += 1 }
    if peek() == 0x0A { index += 1 }
    var text: [UInt8] = []
    while let byte = peek() {
      if byte == quote, isTripled() {
        index += 3
        // Up to two quotes may stand before those that end it.
        var more = 0
        while more < 2, peek() == quote {
          text.append(quote)
          index += 1
          more += 1
        }
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        text += try skipsLineEnd() ? [] : escape()
      } else {
        let isAllowed =
          byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D && peek(1) == 0x0A
        guard isAllowed else { throw fault("a text holds a control sign") }
        text.append(byte)
        index += 1
      }
    }
    throw fault("a quote is not closed")
  }

  /// A backslash at the end of a line takes all blanks and line ends that follow away.
  private mutating func skipsLineEnd() -> Bool {
    var end = index + 1
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
    guard end < bytes.count, bytes[end] == 0x0A else { return false }
    while end < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end]) { end += 1 }
    index = end
    return true
  }

  private mutating func escape() throws(Fault) -> [UInt8] {
    let start = index
    guard start + 1 < bytes.count else { throw fault("a quote is not closed") }
    index += 2
    switch bytes[start + 1] {
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "\""): return [0x22]
    case UInt8(ascii: "\\"): return [0x5C]
    case UInt8(ascii: "u"): return try scalar(digits: 4, from: start)
    case UInt8(ascii: "U"): return try scalar(digits: 8, from: start)
    default:
      index = start
      throw fault("`\\\(String(decoding: [bytes[start + 1]], as: UTF8.self))` is no escape")
    }
  }

  private mutating func scalar(digits: Int, from start: Int) throws(Fault) -> [UInt8] {
    let end = min(index + digits, bytes.count)
    let text = String(decoding: bytes[index..<end], as: UTF8.self)
    guard text.utf8.count == digits, text.utf8.allSatisfy({ $0.hexadecimalValue != nil }),
      let number = UInt32(text, radix: 16), let scalar = Unicode.Scalar(number)
    else {
      index = start
      throw fault("this names no character")
    }
    index = end
    return Array(String(Character(scalar)).utf8)
  }
}
