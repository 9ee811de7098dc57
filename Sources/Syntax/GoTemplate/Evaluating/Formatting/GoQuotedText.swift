/// Texts in double quotes with Go's escapes (`strconv.Quote`).
package enum GoQuotedText {
  /// A character in single quotes (`strconv.QuoteRune`).
  static func character(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "'": "'\\''"
    case "\"": "'\"'"
    default: "'\(quoted(String(scalar)).dropFirst().dropLast())'"
    }
  }

  /// A text of which every character beyond ASCII is escaped (`strconv.QuoteToASCII`).
  static func plain(_ text: String) -> String {
    String(
      quoted(text).unicodeScalars.map { scalar in
        scalar.isASCII ? String(scalar) : escaped(scalar)
      }.joined())
  }

  /// `\u2028`, `\U000e0001`.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    let width = scalar.value > 0xFFFF ? 8 : 4
    return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  /// Whether a character beyond ASCII is one of those that Go prints as they are (`strconv.IsPrint`).
  private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .surrogate, .privateUse,
      .unassigned:
      false
    default: true
    }
  }

  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{07}": result += "\\a"
      case "\u{08}": result += "\\b"
      case "\u{0C}": result += "\\f"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0B}": result += "\\v"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          result += "\\x" + GoEscapes.hexadecimal(UInt8(scalar.value), width: 2).lowercased()
        } else if scalar.isASCII || isPrinted(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          result += escaped(scalar)
        }
      }
    }
    return result + "\""
  }
}
