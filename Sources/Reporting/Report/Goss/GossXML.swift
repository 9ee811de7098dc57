/// Escapes of Go's `encoding/xml`.
enum GossXML {
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "&#34;"
      case "'": escaped += "&#39;"
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\t": escaped += "&#x9;"
      case "\n": escaped += "&#xA;"
      case "\r": escaped += "&#xD;"
      default: escaped.unicodeScalars.append(scalar.value < 0x20 ? "\u{FFFD}" : scalar)
      }
    }
    return escaped
  }
}
