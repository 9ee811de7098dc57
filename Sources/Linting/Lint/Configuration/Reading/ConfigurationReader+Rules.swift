import DataSyntax
import Diagnostics
import RuleCatalog
import Source

/// Reading of `select`, `ignore`, `rules` and `per-path`.
extension ConfigurationReader {
  static let pathKeys = ["ignore", "rules"]

  /// The words of a list that mean rules.
  mutating func selectors(_ value: DataNode, of setting: String) -> [RuleSelector] {
    texts(value, of: setting, help: "name a rule, a family as `packer/*`, or a tag").compactMap {
      selector($0)
    }
  }

  /// The entries of a mapping from rules to severities.
  mutating func levels(_ value: DataNode, of setting: String) -> [RuleLevels.Setting] {
    guard let entries = mapping(value, setting, help: "write a rule and its severity on each line") else {
      return []
    }
    return entries.compactMap { entry in
      let word = Located(entry.key.string ?? "", at: entry.key.contentLocation)
      guard let selector = selector(word) else { return nil }
      if let severity = Self.severity(entry.value) { return .init(selector, .severity(severity)) }
      if Self.isOff(entry.value) { return .init(selector, .off) }
      refuse(entry.value, word.value, allowed: Self.severities + ["off"])
      return nil
    }
  }

  /// Reads `per-path`: patterns, each with `ignore` and `rules`.
  mutating func readPaths(_ value: DataNode) {
    let help = "write a pattern on each line, with `ignore` and `rules` below it"
    guard let entries = mapping(value, "per-path", help: help) else { return }
    for entry in entries {
      let pattern = entry.key.string ?? ""
      guard let parts = mapping(entry.value, pattern, help: "write `ignore:` or `rules:` below it") else {
        continue
      }
      var levels = RuleLevels()
      for part in parts {
        switch part.key.string {
        case "ignore": levels.ignore = selectors(part.value, of: "ignore")
        case "rules": levels.rules = self.levels(part.value, of: "rules")
        case let key:
          settings.add(
            unknownSetting: part.key, among: Self.pathKeys,
            message: "`per-path` has no setting `\(key ?? "")`")
        }
      }
      guard !pattern.isEmpty else {
        values.add("a pattern of `per-path` is empty", at: entry.key.location, help: help)
        continue
      }
      configuration.perPath.append(PathSettings(Located(pattern, at: entry.key.contentLocation), levels))
    }
  }

  /// What a word means: an id, today's or of before, a family or a tag.
  private mutating func selector(_ word: Located<String>) -> RuleSelector? {
    let name = word.value
    // The family by itself means it too, before a tag that is called alike.
    let family = name.hasSuffix("/*") ? String(name.dropLast(2)) : name
    if names.families.contains(family) { return RuleSelector(.family(family), at: word.location) }
    switch names.meaning(of: name) {
    case .rule(let id): return RuleSelector(.rule(id), at: word.location)
    case .renamed(let id):
      renamed.add(renamedRule: name, to: id, at: word.location)
      return RuleSelector(.rule(id), at: word.location)
    case .unknown where names.tags.contains(name): return RuleSelector(.tag(name), at: word.location)
    case .unknown:
      add(unknownWord: word)
      return nil
    }
  }

  private mutating func add(unknownWord word: Located<String>) {
    let name = word.value
    if name.hasSuffix("/*") {
      let near = Suggestion.nearest(to: String(name.dropLast(2)), among: names.families.sorted())
      let all = names.families.sorted().map { "`\($0)/*`" }.joined(separator: ", ")
      unknown.add(
        "no rules are called `\(name)`", at: word.location,
        help: near.map { "did you mean `\($0)/*`?" } ?? "the families are \(all)")
    } else if !name.contains("/"), names.nearest(to: name) == nil,
      let near = Suggestion.nearest(to: name, among: names.tags.sorted())
    {
      unknown.add(
        "no rule or tag is called `\(name)`", at: word.location, help: "did you mean the tag `\(near)`?")
    } else {
      unknown.add(unknownRule: name, among: names, at: word.location)
    }
  }

  static func severity(_ value: DataNode) -> Severity? { value.string.flatMap(Severity.init(rawValue:)) }

  /// `off` is a boolean in YAML 1.1, a text in 1.2.
  private static func isOff(_ value: DataNode) -> Bool { value.string == "off" || value.bool == false }
}
