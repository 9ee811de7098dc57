extension PatternTranslator {
  /// An escape; the backslash is behind.
  mutating func escape(inClass: Bool) throws(CompiledPattern.Refusal) {
    guard let byte = peek() else { throw .invalid("too short escape sequence") }
    position += 1
    if let set = Self.sets[byte] {
      if inClass, set.isNegated {
        guard byte != UInt8(ascii: "H") else { throw .beyond("`\\H` in a class") }
        return write("\\" + String(Unicode.Scalar(byte)))
      }
      return write(inClass ? set.members : "[\(set.isNegated ? "^" : "")\(set.members)]")
    }
    if let scalar = Self.controls[byte], byte != UInt8(ascii: "b") || inClass { return write(scalar: scalar) }
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "b"), UInt8(ascii: "B"):
      if inClass { write(String(Unicode.Scalar(byte))) } else { write("\\" + String(Unicode.Scalar(byte))) }
    case UInt8(ascii: "Z"):
      note(.endsBeforeLastLineFeed)
      write("\\z")
    case UInt8(ascii: "R") where !inClass: write("(?:\\r\\n|[\\n\\v\\f\\r\\x{85}\\x{2028}\\x{2029}])")
    case UInt8(ascii: "G"), UInt8(ascii: "K"), UInt8(ascii: "X"), UInt8(ascii: "k"), UInt8(ascii: "g"):
      throw .beyond("`\\\(String(Unicode.Scalar(byte)))`")
    case UInt8(ascii: "p"), UInt8(ascii: "P"):
      try property(isNegated: byte == UInt8(ascii: "P"), inClass: inClass)
    case UInt8(ascii: "u"): try unicodeEscape()
    case UInt8(ascii: "x"):
      let value = digits(radix: 16, atMost: 2)
      guard let value, value < 0x80 else { throw .beyond("a byte that is no character") }
      write(scalar: value)
    case UInt8(ascii: "0"): write(scalar: digits(radix: 8, atMost: 2) ?? 0)
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      guard inClass else { throw .beyond("a reference to a group") }
      position -= 1
      write(scalar: digits(radix: 8, atMost: 3) ?? UInt32(byte))
    case UInt8(ascii: "c"):
      guard let letter = peek() else { throw .invalid("too short control sequence") }
      position += 1
      write(scalar: UInt32(letter & 0x1F))
    case UInt8(ascii: "C"), UInt8(ascii: "M"): throw .beyond("a control escape")
    case 0x80...:
      position -= 1
      try character()
    default: write(scalar: UInt32(byte))
    }
  }

  /// One character that stands for itself.
  mutating func character() throws(CompiledPattern.Refusal) {
    let length = Self.length(ofCharacterAt: position, in: source)
    output += source[position..<position + length]
    position += length
  }

  /// How many bytes the character at a place has.
  static func length(ofCharacterAt index: Int, in bytes: [UInt8]) -> Int {
    let wanted =
      switch bytes[index] {
      case 0xF0...: 4
      case 0xE0...: 3
      case 0xC0...: 2
      default: 1
      }
    return min(wanted, bytes.count - index)
  }

  private mutating func digits(radix: Int, atMost count: Int) -> UInt32? {
    var text = ""
    while text.utf8.count < count, let byte = peek(), Int(String(Unicode.Scalar(byte)), radix: radix) != nil {
      text.unicodeScalars.append(Unicode.Scalar(byte))
      position += 1
    }
    return UInt32(text, radix: radix)
  }

  private mutating func unicodeEscape() throws(CompiledPattern.Refusal) {
    guard peek() == UInt8(ascii: "{") else {
      guard let value = digits(radix: 16, atMost: 4) else { throw .invalid("too short escape sequence") }
      return write(scalar: value)
    }
    position += 1
    while let byte = peek(), byte != UInt8(ascii: "}") {
      if byte == 0x20 {
        position += 1
      } else if let value = digits(radix: 16, atMost: 6) {
        write(scalar: value)
      } else {
        throw .invalid("invalid Unicode escape")
      }
    }
    position += 1
  }

  private mutating func property(isNegated: Bool, inClass: Bool) throws(CompiledPattern.Refusal) {
    guard peek() == UInt8(ascii: "{"), let end = source[position...].firstIndex(of: UInt8(ascii: "}")) else {
      throw .invalid("invalid character property name")
    }
    var name = String(decoding: source[(position + 1)..<end], as: UTF8.self)
    position = end + 1
    var isNegated = isNegated
    if name.hasPrefix("^") {
      name.removeFirst()
      isNegated.toggle()
    }
    guard let members = Self.named[name.lowercased()] else {
      return write("\\\(isNegated ? "P" : "p"){\(name)}")
    }
    guard !(inClass && isNegated) else { throw .beyond("a negated property in a class") }
    write(inClass ? members : "[\(isNegated ? "^" : "")\(members)]")
  }

  /// The sets that a letter stands for, as the inside of a class; all of them are ASCII in Ruby.
  private static let sets: [UInt8: (members: String, isNegated: Bool)] = [
    UInt8(ascii: "h"): ("0-9a-fA-F", false), UInt8(ascii: "H"): ("0-9a-fA-F", true),
    UInt8(ascii: "s"): ("\\t\\n\\v\\f\\r ", false), UInt8(ascii: "S"): ("\\t\\n\\v\\f\\r ", true),
    UInt8(ascii: "d"): ("0-9", false), UInt8(ascii: "D"): ("0-9", true),
    UInt8(ascii: "w"): ("0-9A-Za-z_", false), UInt8(ascii: "W"): ("0-9A-Za-z_", true),
  ]

  private static let controls: [UInt8: UInt32] = [
    UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "f"): 12,
    UInt8(ascii: "v"): 11, UInt8(ascii: "a"): 7, UInt8(ascii: "e"): 27, UInt8(ascii: "b"): 8,
  ]
}
