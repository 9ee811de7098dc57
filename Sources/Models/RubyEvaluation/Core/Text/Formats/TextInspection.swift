/// Texts and symbols as `inspect` shows them.
enum TextInspection {
  /// A string in double quotes.
  static func quoted(_ bytes: [UInt8], asciiOnly: Bool = false) -> String {
    var result = "\""
    var index = 0
    while index < bytes.count {
      let length = TextBytes.length(at: index, in: bytes)
      let byte = bytes[index]
      if length > 1 {
        let text = String(decoding: bytes[index..<index + length], as: UTF8.self)
        if asciiOnly || !isPrintable(text) { result += unicodeEscape(text) } else { result += text }
      } else if byte >= 0x80 {
        result += "\\x" + hexadecimal(byte)
      } else {
        let control = asciiOnly ? "\\x" : "\\u00"
        result += escaped(byte, next: index + 1 < bytes.count ? bytes[index + 1] : 0, control: control)
      }
      index += length
    }
    return result + "\""
  }

  private static func escaped(_ byte: UInt8, next: UInt8, control: String) -> String {
    switch byte {
    case 0x22: "\\\""
    case 0x5C: "\\\\"
    case 0x0A: "\\n"
    case 0x0D: "\\r"
    case 0x09: "\\t"
    case 0x0C: "\\f"
    case 0x0B: "\\v"
    case 0x08: "\\b"
    case 0x07: "\\a"
    case 0x1B: "\\e"
    case 0x23: next == 0x7B || next == 0x24 || next == 0x40 ? "\\#" : "#"
    case 0..<0x20, 0x7F: control + hexadecimal(byte)
    default: String(Unicode.Scalar(byte))
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
  }

  private static func isPrintable(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar.value == 0x85
      case .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
      case .privateUse: scalar.value < 0xF0000
      default: true
      }
    }
  }

  private static func unicodeEscape(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      if digits.utf8.count > 4 { return "\\u{\(digits)}" }
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }.joined()
  }

  /// A symbol, quoted where it has to be.
  static func symbol(_ name: String) -> String {
    isPlain(name) ? ":" + name : ":" + quoted(Array(name.utf8))
  }

  private static let operators: Set<String> = [
    "+", "-", "*", "/", "%", "**", "==", "!=", "<", "<=", ">", ">=", "<=>", "===", "=~", "!~", "!", "~", "+@",
    "-@",
    "[]", "[]=", "<<", ">>", "&", "|", "^", "`",
  ]

  /// Whether a symbol is written without quotes.
  private static func isPlain(_ name: String) -> Bool {
    if operators.contains(name) { return true }
    var bytes = Array(name.utf8)[...]
    var hasSigil = false
    for sigil in ["@@", "@", "$"] where name.hasPrefix(sigil) {
      bytes = bytes.dropFirst(sigil.utf8.count)
      hasSigil = true
      break
    }
    if !hasSigil, let last = bytes.last, [0x3F, 0x21, 0x3D].contains(last), bytes.count > 1 {
      bytes.removeLast()
    }
    guard let first = bytes.first, !TextBytes.isDigit(first) || name.hasPrefix("$") else { return false }
    return bytes.allSatisfy { TextBytes.isLetter($0) || TextBytes.isDigit($0) || $0 == 0x5F || $0 >= 0x80 }
  }
}
