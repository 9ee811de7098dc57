/// The escapes of Go's quoted texts.
enum GoStringLiteral {
  /// The bytes that the inside of a quoted text stands for; nil where an escape is none.
  static func decode(_ inside: ArraySlice<UInt8>, quote: UInt8) -> [UInt8]? {
    var decoded: [UInt8] = []
    var rest = inside
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        decoded.append(byte)
        continue
      }
      guard let escape = rest.popFirst(), append(escape, &rest, to: &decoded, quote: quote) else {
        return nil
      }
    }
    return decoded
  }

  private static func append(
    _ escape: UInt8, _ rest: inout ArraySlice<UInt8>, to decoded: inout [UInt8], quote: UInt8
  ) -> Bool {
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10,
      UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9, UInt8(ascii: "v"): 11, UInt8(ascii: "\\"): 92,
      quote: quote,
    ]
    if let byte = simple[escape] {
      decoded.append(byte)
      return true
    }
    switch escape {
    case UInt8(ascii: "x"): return appendByte(digits: 2, radix: 16, &rest, to: &decoded)
    case UInt8(ascii: "u"): return appendScalar(digits: 4, &rest, to: &decoded)
    case UInt8(ascii: "U"): return appendScalar(digits: 8, &rest, to: &decoded)
    case 0x30...0x37:
      rest = [escape] + rest
      return appendByte(digits: 3, radix: 8, &rest, to: &decoded)
    default: return false
    }
  }

  private static func number(digits: Int, radix: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
    let text = rest.prefix(digits)
    guard text.count == digits, !text.contains(where: { !$0.isTemplateWord }) else { return nil }
    rest = rest.dropFirst(digits)
    return Int(String(decoding: text, as: UTF8.self), radix: radix)
  }

  private static func appendByte(
    digits: Int, radix: Int, _ rest: inout ArraySlice<UInt8>, to decoded: inout [UInt8]
  ) -> Bool {
    guard let value = number(digits: digits, radix: radix, &rest), let byte = UInt8(exactly: value)
    else { return false }
    decoded.append(byte)
    return true
  }

  private static func appendScalar(digits: Int, _ rest: inout ArraySlice<UInt8>, to decoded: inout [UInt8])
    -> Bool
  {
    guard let value = number(digits: digits, radix: 16, &rest),
      let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init)
    else { return false }
    decoded.append(contentsOf: Array(String(scalar).utf8))
    return true
  }
}
