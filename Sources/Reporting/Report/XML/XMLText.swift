/// Writes XML elements with their attributes; every text is escaped.
struct XMLText {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// An element with what `content` writes inside it, each on lines of its own.
  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], _ content: (inout XMLText) -> Void
  ) {
    line("<\(name)\(Self.attributes(attributes))>")
    depth += 1
    content(&self)
    depth -= 1
    line("</\(name)>")
  }

  /// An element that holds a text, or nothing.
  mutating func element(_ name: String, _ attributes: [(String, String)] = [], text content: String = "") {
    let head = "<\(name)\(Self.attributes(attributes))"
    line(content.isEmpty ? "\(head)/>" : "\(head)>\(Self.escaped(content, in: .content))</\(name)>")
  }

  private mutating func line(_ line: String) {
    text += String(repeating: " ", count: 2 * depth) + line + "\n"
  }

  private enum Part { case attribute, content }

  private static func attributes(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(escaped($0.1, in: .attribute))\"" }.joined()
  }

  private static func escaped(_ text: String, in part: Part) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"" where part == .attribute: escaped += "&quot;"
      // Left as they are, readers would turn them into blanks or line feeds.
      case "\n" where part == .attribute, "\t" where part == .attribute, "\r":
        escaped += "&#\(scalar.value);"
      default: escaped.unicodeScalars.append(isLegal(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return escaped
  }

  /// Whether XML 1.0 can hold a scalar at all, even escaped.
  private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
