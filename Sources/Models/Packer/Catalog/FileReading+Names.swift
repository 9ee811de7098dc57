import RegularExpressions
import Source

/// Checks of a user's own file that go through all of it: what a rule names must be there. Of our own files tests do so.
extension FileReading {
  /// Notes what the rules of a file name that is no option, and what they are given that means nothing.
  mutating func checkRules(against options: [String: OptionFacts]) {
    for item in root.entries.named("rules")?.value.items ?? [] {
      guard let head = item.entries.first else { continue }
      let outer = item.entries.named("within").flatMap { $0.value.weakText }
      let known = outer.flatMap { options[$0]?.options } ?? options
      for entry in item.entries {
        switch entry.name.value {
        case "when", "within":
          checkNames(in: entry.value, against: entry.name.value == "when" ? known : options)
        case "matches": checkPattern(entry.value)
        case head.name.value where head.name.value != "program": checkNames(in: entry.value, against: known)
        case let key where !Self.ruleFacts(of: head.name.value).contains(key) && key != head.name.value:
          note(
            "a rule `\(head.name.value)` has no key `\(key)`", unknown: entry.name,
            among: Self.ruleFacts(of: head.name.value))
        default: break
        }
      }
      checkCount(head)
    }
  }

  /// The keys that a rule may have beside the one that names it.
  private static func ruleFacts(of rule: String) -> [String] {
    let own: [String: [String]] = [
      "required": ["environment"], "index": ["defaults"], "order": ["defaults"], "ratio": ["maximum"],
      "values": ["among", "ignore-case"], "range": ["minimum", "maximum", "multiple-of"],
      "length": ["minimum", "maximum", "unit"], "pattern": ["matches", "words"], "form": ["is"],
    ]
    return ["when", "within", "because"] + (own[rule] ?? [])
  }

  private mutating func checkNames(in value: TemplateValue, against options: [String: OptionFacts]) {
    for part in value.kind == .list ? value.items : [value] {
      guard let text = part.weakText else { continue }
      for name in OptionCondition(text)?.options ?? [text] where !Self.isKnown(name, among: options) {
        note(
          "the component has no option `\(name)`", unknown: Located(name, at: part.contentLocation),
          among: options.keys.sorted())
      }
    }
  }

  /// The keys that Packer's core reads in any component.
  private static let core: Set = [
    "type", "name", "only", "except", "override", "pause_before", "timeout", "max_retries",
    "keep_input_artifact",
  ]

  private static func isKnown(_ name: String, among options: [String: OptionFacts]) -> Bool {
    guard let dot = name.firstIndex(of: ".") else { return options[name] != nil || core.contains(name) }
    guard let outer = options[String(name[..<dot])] else { return false }
    return outer.options.isEmpty || isKnown(String(name[name.index(after: dot)...]), among: outer.options)
  }

  private mutating func checkPattern(_ value: TemplateValue) {
    let text = value.weakText ?? ""
    if (try? RegularExpression("^(?:\(text))$")) == nil {
      note("`\(text)` is no regular expression", at: value.contentLocation)
    }
  }

  /// Notes a choice among one option.
  private mutating func checkCount(_ head: TemplateEntry) {
    guard ["one-of", "exclusive", "together"].contains(head.name.value) else { return }
    let count = head.value.kind == .list ? head.value.items.count : 1
    if count < 2 { note("`\(head.name.value)` names two options or more", at: head.value.contentLocation) }
  }
}
