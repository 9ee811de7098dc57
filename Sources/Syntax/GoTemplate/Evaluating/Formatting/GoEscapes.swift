/// The escapes of `html`, `js` and `urlquery`.
enum GoEscapes {
  static func html(_ text: String) -> String {
    replaced(text) { scalar in
      switch scalar {
      case "\0": "\u{FFFD}"
      case "\"": "&#34;"
      case "'": "&#39;"
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: nil
      }
    }
  }

  static func script(_ text: String) -> String {
    replaced(text) { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "'": "\\'"
      case "\"": "\\\""
      case "<": "\\u003C"
      case ">": "\\u003E"
      case "&": "\\u0026"
      case "=": "\\u003D"
      default: scalar.value < 0x20 ? "\\u" + hexadecimal(UInt8(scalar.value), width: 4) : nil
      }
    }
  }

  static func query(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x20: encoded += "+"
      default: encoded += "%" + hexadecimal(byte, width: 2)
      }
    }
    return encoded
  }

  /// A byte in upper-case hexadecimal, filled with zeros.
  static func hexadecimal(_ byte: UInt8, width: Int) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func replaced(_ text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let escaped = escape(scalar) { result += escaped } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
