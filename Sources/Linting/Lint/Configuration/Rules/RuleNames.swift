import Diagnostics
import RuleCatalog

/// The names that rules go by in a run: those of the catalog, those that they had before, and the user's own.
struct RuleNames: Sendable {
  /// What a name means.
  enum Meaning: Sendable, Hashable {
    case rule(RuleID)
    /// A name of before; the rule is called otherwise now.
    case renamed(RuleID)
    case unknown
  }

  private let facts: [RuleID: RuleFacts]
  private let aliases: [RuleID: RuleID]

  /// The names of the catalog alone.
  static let standard = RuleNames(pages: RuleCatalog.pages)

  init(pages: [RulePage], own: [RuleFacts] = []) {
    let all = pages.map { RuleFacts($0) } + own
    facts = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    aliases = Dictionary(all.flatMap { rule in rule.aliases.map { ($0, rule.id) } }) { first, _ in first }
  }

  /// These names and those of the user's own rules.
  func adding(_ own: [RuleFacts]) -> RuleNames {
    own.isEmpty ? self : RuleNames(pages: facts.values.compactMap(\.page), own: own)
  }

  /// What a name means.
  func meaning(of name: String) -> Meaning {
    if facts[RuleID(name)] != nil { return .rule(RuleID(name)) }
    return aliases[RuleID(name)].map { .renamed($0) } ?? .unknown
  }

  /// The facts of a rule.
  subscript(id: RuleID) -> RuleFacts? { facts[id] }

  /// All rules in the order of their names.
  var all: [RuleFacts] { facts.values.sorted { $0.id < $1.id } }

  /// The families of all rules.
  var families: Set<String> { Set(facts.keys.map { String($0.name.prefix { $0 != "/" }) }) }

  /// The tags of all rules.
  var tags: Set<String> { Set(facts.values.flatMap(\.tags)) }

  /// The rule that a misspelt name may mean.
  func nearest(to name: String) -> RuleID? {
    RuleCatalog.nearest(to: name)
      ?? Suggestion.nearest(to: name, among: facts.keys.map(\.name)).map { RuleID($0) }
  }
}
