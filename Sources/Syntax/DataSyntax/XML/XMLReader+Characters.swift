extension XMLReader {
  func peek(_ ahead: Int = 0) -> UInt8? { index + ahead < bytes.count ? bytes[index + ahead] : nil }

  func starts(with text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  /// Passes over blanks and ends of lines; whether there were some.
  @discardableResult mutating func skipBlanks() -> Bool {
    let start = index
    while let byte = peek(), Self.isBlank(byte) { index += 1 }
    return index > start
  }

  /// The name of an element or an attribute, prefix and colon included.
  mutating func name() throws(Fault) -> String {
    let start = index
    while let scalar = scalar(), Self.isName(scalar, first: index == start) {
      index += UTF8.width(scalar)
    }
    guard index > start else { throw fault("a name is missing") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// The signs of ASCII up to one at which something else begins, taken at once.
  mutating func plain(until isEnd: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = index
    while let byte = peek(), byte >= 0x20 && byte < 0x80, !isEnd(byte) { index += 1 }
    return bytes[start..<index]
  }

  /// One character as it counts: all ends of lines are line feeds.
  mutating func character() throws(Fault) -> ArraySlice<UInt8> {
    guard let scalar = scalar() else { return [] }
    guard Self.isCharacter(scalar) else {
      throw fault("U+\(Self.digits(scalar)) is no character of XML")
    }
    let start = index
    index += UTF8.width(scalar)
    guard scalar == "\r" else { return bytes[start..<index] }
    if peek() == 0x0A { index += 1 }
    return [0x0A]
  }

  /// What `&…;` stands for.
  mutating func reference() throws(Fault) -> [UInt8] {
    let start = index
    index += 1
    if peek() == UInt8(ascii: "#") { return try numbered(from: start) }
    guard let name = try? name(), peek() == UInt8(ascii: ";") else {
      throw fault("a `&` that begins no reference is written as `&amp;`", at: start)
    }
    index += 1
    switch name {
    case "lt": return [UInt8(ascii: "<")]
    case "gt": return [UInt8(ascii: ">")]
    case "amp": return [UInt8(ascii: "&")]
    case "apos": return [UInt8(ascii: "'")]
    case "quot": return [UInt8(ascii: "\"")]
    default:
      throw refusal(
        "`&\(name);` stands for what is declared elsewhere, and that is never followed", at: start)
    }
  }

  private mutating func numbered(from start: Int) throws(Fault) -> [UInt8] {
    index += 1
    let isHexadecimal = peek() == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let first = index
    while let byte = peek(), isHexadecimal ? byte.hexadecimalValue != nil : byte.isDigit { index += 1 }
    let digits = String(decoding: bytes[first..<index], as: UTF8.self)
    guard peek() == UInt8(ascii: ";"), !digits.isEmpty else {
      throw fault("this is no reference to a character", at: start)
    }
    index += 1
    guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), let scalar = Unicode.Scalar(number),
      Self.isCharacter(scalar)
    else { throw fault("this names no character of XML", at: start) }
    return Array(String(Character(scalar)).utf8)
  }

  /// The character that comes next; the text is known to be UTF-8.
  private func scalar() -> Unicode.Scalar? {
    guard let first = peek() else { return nil }
    if first < 0x80 { return Unicode.Scalar(first) }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0xFF >> (UInt32(width) + 1))
    for ahead in 1..<width { value = value << 6 | UInt32(peek(ahead) ?? 0) & 0x3F }
    return Unicode.Scalar(value)
  }

  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// What names may hold, by the fifth edition of XML 1.0.
  private static func isName(_ scalar: Unicode.Scalar, first isFirst: Bool) -> Bool {
    switch scalar.value {
    case 0x3A, 0x5F, 0x41...0x5A, 0x61...0x7A: true
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: !isFirst
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D: true
    case 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD: true
    case 0x10000...0xEFFFF: true
    default: false
    }
  }

  private static func digits(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
