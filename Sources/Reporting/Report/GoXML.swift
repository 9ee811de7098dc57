/// Texts as Go's `encoding/xml` escapes them: what goss and container-structure-test write.
enum GoXML {
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
      default:
        let isLegal = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        escaped.unicodeScalars.append(isLegal ? scalar : "\u{FFFD}")
      }
    }
    return escaped
  }
}
