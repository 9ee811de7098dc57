import GoTemplate
import Source

/// Values as yaml.v3 writes them: blocks indented by four.
enum GossYAML {
  static func text(of value: GossValue) -> String {
    guard case .map(let entries, _) = value, !entries.isEmpty else { return inline(value) + "\n" }
    return block(value, depth: 0)
  }

  private static func block(_ value: GossValue, depth: Int) -> String {
    let indent = String(repeating: "    ", count: depth)
    switch value {
    case .map(let entries, _):
      return entries.map { entry in indent + key(entry.key) + ":" + member(entry.value, depth: depth) }
        .joined()
    case .list, .texts:
      return (value.items ?? []).map { item in indent + "- " + element(item, depth: depth) }.joined()
    default: return indent + inline(value) + "\n"
    }
  }

  private static func member(_ value: GossValue, depth: Int) -> String {
    isBlock(value) ? "\n" + block(value, depth: depth + 1) : " " + scalar(value, depth: depth + 1) + "\n"
  }

  /// An element behind its dash: of a map the first entry stands on the same line.
  private static func element(_ value: GossValue, depth: Int) -> String {
    guard isBlock(value) else { return scalar(value, depth: depth + 1) + "\n" }
    let inner = block(value, depth: 0).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let indent = String(repeating: "    ", count: depth) + "  "
    return inner.enumerated().map { ($0.offset == 0 ? "" : indent) + $0.element + "\n" }.joined()
  }

  private static func isBlock(_ value: GossValue) -> Bool {
    switch value {
    case .map(let entries, _): !entries.isEmpty
    case .list, .texts: value.items?.isEmpty == false
    default: false
    }
  }

  private static func scalar(_ value: GossValue, depth: Int) -> String {
    guard let text = value.string, text.contains("\n"), text.first != " ", text.first != "\n" else {
      return inline(value)
    }
    let indent = String(repeating: "    ", count: depth)
    let trimmed = text.hasSuffix("\n") ? String(text.dropLast()) : text
    let mark = !text.hasSuffix("\n") ? "|-" : trimmed.hasSuffix("\n") ? "|+" : "|"
    let lines = trimmed.split(separator: "\n", omittingEmptySubsequences: false)
    return mark + lines.map { $0.isEmpty ? "\n" : "\n" + indent + $0 }.joined()
  }

  private static func inline(_ value: GossValue) -> String {
    switch value {
    case .null: "null"
    case .map: "{}"
    case .list, .texts: "[]"
    case .text: quoted(value.printed)
    case .time(let time): time.json
    case .float(let number):
      number.isNaN
        ? ".nan" : number.isInfinite ? (number < 0 ? "-.inf" : ".inf") : GoNumberText.general(number)
    case .bool, .integer, .unsigned: value.printed
    }
  }

  private static func key(_ text: String) -> String { quoted(text) }

  private static let oldFlags: Set<String> = [
    "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF",
  ]

  /// A text in the quotes that it needs.
  private static func quoted(_ text: String) -> String {
    if case .text = GossScalar.value(of: text), !oldFlags.contains(text), !isSexagesimal(text) {
      if isPlain(text) { return text }
      let isPrintable = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
      if isPrintable, text.first != " ", text.last != " " {
        return "'" + text.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
      }
    }
    return GoQuotedText.quoted(text)
  }

  /// YAML 1.1 took `1:30` for a number.
  private static func isSexagesimal(_ text: String) -> Bool {
    text.contains(":") && text.allSatisfy { $0.isNumber || $0 == ":" || $0 == "." || $0 == "_" }
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, first != 0x20, last != 0x20,
      !#"#,[]{}&*!|>'"%@`"#.utf8.contains(first), text != "-", !text.hasPrefix("- "), !text.hasPrefix("? "),
      !text.hasPrefix(": "), !text.hasPrefix("---"), !text.hasPrefix("..."), last != UInt8(ascii: ":")
    else { return false }
    return !text.contains(": ") && !text.contains(" #")
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }
}

extension String {
  fileprivate func contains(_ part: String) -> Bool {
    let wanted = Array(part.utf8)
    return Array(utf8).firstRange(of: wanted) != nil
  }
}
