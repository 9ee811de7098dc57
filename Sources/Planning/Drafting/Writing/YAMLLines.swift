package import DataSyntax

/// Values as lines of YAML: on one line where that is short, else a line an entry.
package enum YAMLLines {
  private static let width = 110

  /// A key with its value, indented by a number of blanks; each line ends with a line feed.
  package static func entry(_ key: String, _ value: JSONText, indent: Int) -> String {
    let head = blanks(indent) + scalar(key) + ":"
    let line = head + " " + flow(value)
    if line.utf8.count <= width { return line + "\n" }
    switch value {
    case .object(let members) where !members.isEmpty:
      return head + "\n" + members.map { entry($0.key, $0.value, indent: indent + 2) }.joined()
    case .array(let items) where !items.isEmpty:
      return head + "\n" + items.map { blanks(indent + 2) + "- " + flow($0) + "\n" }.joined()
    default: return line + "\n"
    }
  }

  /// A value on one line.
  package static func flow(_ value: JSONText) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let text): text
    case .string(let text): scalar(text)
    case .array(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { scalar($0.key) + ": " + flow($0.value) }.joined(separator: ", ") + "}"
    }
  }

  /// A line of a comment; text that a file gave cannot end it.
  package static func comment(_ text: String) -> String {
    let line = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x85 || $0.value == 0x2028 || $0.value == 0x2029
            ? " " : $0
        }))
    return line.isEmpty ? "#\n" : "# \(line)\n"
  }

  /// Words of letters and digits need no quotes, not even several.
  private static func scalar(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 1, YAMLScalarText.isPlain(String(words[0])), words.dropFirst().allSatisfy(isWord)
    else {
      return YAMLScalarText.text(text, .plain)
    }
    return text
  }

  private static func isWord(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || "._-+/=".utf8.contains(byte)
      }
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
