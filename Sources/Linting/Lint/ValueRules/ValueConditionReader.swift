import DataSyntax
import Diagnostics
import Matching
import RuleCatalog
import Source

/// Reads a condition over values from the keys `at`, `when` or `missing`, `message` and `help`.
struct ValueConditionReader {
  static let keys = ["at", "when", "missing", "message", "help"]

  private(set) var values = Findings(of: "lint/invalid-setting")

  /// The condition of a page; nil where its head states none.
  static func condition(of page: RulePage) -> ValueCondition? {
    guard !page.condition.isEmpty else { return nil }
    let file = FileID("rules/\(page.id).md")
    // The head is not YAML as a whole: each value is read by itself, a text as it stands.
    let lines = page.condition.map { key, value in
      ["when", "missing"].contains(key) ? "\(key): \(value)" : "\(key): \(JSONText.string(value).compact)"
    }
    let source = SourceFile(file, bytes: Array(lines.sorted().joined(separator: "\n").utf8))
    var reader = ValueConditionReader()
    return reader.condition(DataParser.parse(DerivedText(source), as: .yaml).tree.root)
  }

  /// The condition of a mapping; nil, and findings, where it is not one.
  mutating func condition(_ node: DataNode) -> ValueCondition? {
    let pattern = pattern(node)
    let test = test(node)
    let message = text("message", of: node)
    if let message, let value = node["message"] { checkPlaceholders(of: message, at: value, test) }
    guard let message, let pattern, let test else {
      if node["message"] == nil { lacks("message", node, help: "say what is wrong in one sentence") }
      return nil
    }
    return ValueCondition(pattern: pattern, test: test, message: message, help: text("help", of: node))
  }

  private mutating func pattern(_ node: DataNode) -> PointerPattern? {
    let help =
      "write a pointer as `/builders/*/image`; `*` stands for any part, a word for a key or a component's type"
    guard let at = node.entry("at") else { return lacks("at", node, help: help) }
    guard let pattern = at.value.string.flatMap({ PointerPattern($0) }) else {
      values.add("`at` is no pointer into a template", at: at.value.location, help: help)
      return nil
    }
    return pattern
  }

  private mutating func test(_ node: DataNode) -> ValueCondition.Test? {
    let missing = node.entry("missing")
    if let missing, missing.value.bool == nil {
      values.add(
        "`missing` is not `true` or `false`", at: missing.value.location,
        help: "`missing: true` reports where the last key of `at` is not there")
      return nil
    }
    let wantsMissing = missing?.value.bool == true
    guard let when = node.entry("when") else {
      if wantsMissing { return .missing }
      return lacks("when", node, help: "state the values that are at fault: `when: {have-prefix: \"http:\"}`")
    }
    guard !wantsMissing else {
      values.add("`when` and `missing` exclude each other", at: when.key.location, help: "keep one of them")
      return nil
    }
    var parser = MatcherParser { $0.kind == .string ? MatcherParser.textOrExpression($0) : .standard }
    let matcher = parser.matcher(when.value)
    for fault in parser.diagnostics { values.add(fault.message, at: fault.primary, help: fault.help) }
    return matcher.map { .when($0) }
  }

  private mutating func text(_ key: String, of node: DataNode) -> String? {
    guard let value = node[key] else { return nil }
    guard value.kind == .string, let text = value.string, !text.isEmpty else {
      values.add("`\(key)` is not a text", at: value.location, help: "write one sentence")
      return nil
    }
    return text
  }

  /// Tells of words in braces that stay as they stand.
  private mutating func checkPlaceholders(
    of message: String, at value: DataNode, _ test: ValueCondition.Test?
  ) {
    for part in message.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: "}"), !part[end...].hasPrefix("}}") else { continue }
      let word = String(part[..<end])
      guard !word.isEmpty, word.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else { continue }
      if case .missing? = test {
        values.add(
          "`{\(word)}` stands for nothing where a value is missing", at: value.location,
          help: "say what is missing in words")
      } else if word != "value" {
        values.add(
          "`{\(word)}` stands for nothing", at: value.location, help: "`{value}` stands for the value")
      }
    }
  }

  @discardableResult
  private mutating func lacks<Value>(_ key: String, _ node: DataNode, help: String) -> Value? {
    values.add("the rule has no `\(key)`", at: node["id"]?.location ?? node.location, help: help)
    return nil
  }

  private mutating func lacks(_ key: String, _ node: DataNode, help: String) {
    let _: ValueCondition? = lacks(key, node, help: help)
  }
}
