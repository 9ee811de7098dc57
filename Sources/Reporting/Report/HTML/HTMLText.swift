import Diagnostics

/// Writes HTML elements; every text and attribute is escaped, and nothing in them can steer a reader's eye.
struct HTMLText {
  private(set) var text = ""

  /// Elements that end their line in the file, so that two reports can be compared line by line.
  private static let blocks: Set<String> = [
    "head", "body", "header", "main", "footer", "nav", "section", "article", "div", "p", "h1", "h2", "h3",
    "h4", "table",
    "caption", "thead", "tbody", "tr", "dl", "dt", "dd", "ul", "li", "details", "summary", "pre", "title",
    "style",
  ]

  /// An element with what `content` writes inside it.
  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], _ content: (inout HTMLText) -> Void
  ) {
    open(name, attributes)
    content(&self)
    text += "</\(name)>"
    if Self.blocks.contains(name) { text += "\n" }
  }

  /// An element that holds a text.
  mutating func element(_ name: String, _ attributes: [(String, String)] = [], text content: String) {
    element(name, attributes) { $0.write(content) }
  }

  /// The start of an element that has no end: `meta`, `br`.
  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    text += "<\(name)" + attributes.map { " \($0.0)=\"\(Self.escaped($0.1))\"" }.joined() + ">"
  }

  /// A text.
  mutating func write(_ content: String) { text += Self.escaped(content) }

  /// A sentence in which names stand in backticks: they become code.
  mutating func prose(_ sentence: String) {
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index % 2 == 1, index + 1 < parts.count {
        element("code", text: String(part))
      } else {
        write((index % 2 == 1 ? "`" : "") + part)
      }
    }
  }

  /// Markup of our own, as it stands.
  mutating func markup(_ markup: String) { text += markup }

  private static func escaped(_ content: String) -> String {
    var escaped = ""
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(VisibleText.sign(of: scalar))
      }
    }
    return escaped
  }
}
