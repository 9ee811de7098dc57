import Glibc

/// Numbers as `format` writes them, in pieces between which the padding comes.
enum NumberFormat {
  typealias Pieces = (sign: String, prefix: String, digits: String)

  static func integer(_ number: Int, _ type: UInt8, _ directive: StringFormat.Directive) -> Pieces {
    let radix =
      switch type {
      case UInt8(ascii: "x"), UInt8(ascii: "X"): 16
      case UInt8(ascii: "o"): 8
      case UInt8(ascii: "b"), UInt8(ascii: "B"): 2
      default: 10
      }
    let isUpper = type == UInt8(ascii: "X")
    var sign = number < 0 ? "-" : directive.plus
    var digits = String(number.magnitude, radix: radix, uppercase: isUpper)
    if number < 0, radix != 10, directive.plus.isEmpty {
      sign = ""
      digits = complement(number, radix: radix, uppercase: isUpper)
    }
    if let precision = directive.precision, digits.utf8.count < precision, precision < 1 << 16 {
      digits = String(repeating: "0", count: precision - digits.utf8.count) + digits
    }
    var prefix = ""
    if directive.isAlternate, number != 0 {
      prefix =
        switch type {
        case UInt8(ascii: "x"): "0x"
        case UInt8(ascii: "X"): "0X"
        case UInt8(ascii: "o"): "0"
        case UInt8(ascii: "b"): "0b"
        case UInt8(ascii: "B"): "0B"
        default: ""
        }
    }
    return (sign, prefix, digits)
  }

  /// Ruby's endless complement of two, `..f01`.
  private static func complement(_ number: Int, radix: Int, uppercase: Bool) -> String {
    let bits = radix == 16 ? 4 : radix == 8 ? 3 : 1
    let last = String(radix - 1, radix: radix, uppercase: uppercase)
    var rest = number
    var digits = ""
    while rest != -1 {
      digits = String(rest & (radix - 1), radix: radix, uppercase: uppercase) + digits
      rest >>= bits
    }
    if !digits.hasPrefix(last) { digits = last + digits }
    return ".." + digits
  }

  static func float(_ number: Double, _ type: UInt8, _ directive: StringFormat.Directive) -> Pieces {
    let sign = number.sign == .minus && !number.isNaN ? "-" : directive.plus
    guard number.isFinite else { return (sign, "", number.isNaN ? "NaN" : "Inf") }
    let precision = min(directive.precision ?? 6, 4096)
    if type == UInt8(ascii: "f"), let text = halved(number.magnitude, precision) { return (sign, "", text) }
    let format = "%" + (directive.isAlternate ? "#" : "") + ".*" + String(Unicode.Scalar(type))
    let text = printed(format, [Int32(precision), number.magnitude])
    return (sign, "", text)
  }

  /// A number whose shortest decimals end with the 5 that is rounded away: Ruby rounds it to an even digit, whatever
  /// the binary number is. nil for others.
  private static func halved(_ number: Double, _ precision: Int) -> String? {
    let (digits, point) = NumericText.decimals(of: number)
    guard digits.utf8.count - point == precision + 1, digits.utf8.last == UInt8(ascii: "5") else {
      return nil
    }
    let padded = String(repeating: "0", count: max(0, 1 - point)) + digits.dropLast()
    guard var value = Int(padded.isEmpty ? "0" : padded) else { return nil }
    if !value.isMultiple(of: 2) { value += 1 }
    var text = String(value)
    text = String(repeating: "0", count: max(0, precision + 1 - text.utf8.count)) + text
    return precision == 0 ? text : text.dropLast(precision) + "." + text.suffix(precision)
  }

  private static func printed(_ format: String, _ arguments: [any CVarArg]) -> String {
    var buffer = [CChar](repeating: 0, count: 8192)
    let length = withVaList(arguments) { vsnprintf(&buffer, buffer.count, format, $0) }
    let count = min(max(0, Int(length)), buffer.count - 1)
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
