import DataSyntax
package import Diagnostics
import RuleCatalog
package import Source

/// Collects what one rule finds: the rule says what and where, its page how grave it is.
package struct Findings: Sendable {
  private let rule: RuleID
  /// The severity of all that is found; nil for that of the rule's page.
  private let severity: Severity?
  package private(set) var diagnostics: [Diagnostic] = []

  /// How many findings of one rule are listed in a file; those behind are counted, and no fix is made for them.
  static let limit = 1000

  /// An empty collection for a rule; its severity is that of its page.
  package init(of rule: RuleID) { self.init(of: rule, nil) }

  /// An empty collection for a rule of a severity.
  init(of rule: RuleID, _ severity: Severity?) {
    self.rule = rule
    self.severity = severity
  }

  /// Adds a finding; a range without a byte is allowed. A severity is given where it is not that of the rule's page;
  /// `limit` lowers that of a finding whose harm is not sure.
  package mutating func add(
    _ message: String, at location: Location, atMost limit: Severity = .error, help: String? = nil,
    labels: [Label] = [], notes: [String] = [], fix: @autoclosure () -> Fix? = nil, chain: [ChainLink] = [],
    secrets: [Location] = [], severity: Severity? = nil
  ) {
    let severity = severity ?? self.severity ?? RuleCatalog.page(rule)?.severity ?? .error
    var finding = Diagnostic(
      rule, min(severity, limit), message, at: location, help: help, labels: labels,
      notes: notes,
      fixes: diagnostics.count < Self.limit ? fix().map { [$0] } ?? [] : [], chain: chain)
    finding.secrets = secrets
    diagnostics.append(finding)
  }

  /// Takes over what another collection of the same rule holds.
  mutating func take(_ other: Findings) { diagnostics += other.diagnostics }

  /// Adds the finding of a name that no rule has.
  mutating func add(unknownRule name: String, among names: RuleNames, at location: Location) {
    let near = names.nearest(to: name)
    add(
      "no rule is called `\(name)`", at: location,
      help: near.map { "did you mean `\($0)`?" } ?? "`ovenproof rules list` names them all",
      fix: near.map { Fix(.unsafe, edits: [.init(replacing: location, with: $0.name)]) })
  }

  /// Adds the finding of a name that a rule had before.
  mutating func add(renamedRule name: String, to rule: RuleID, at location: Location) {
    add(
      "`\(name)` is called `\(rule)` now", at: location, help: "write `\(rule)`",
      fix: Fix(.safe, edits: [.init(replacing: location, with: rule.name)]))
  }

  /// Adds the finding of a key that means nothing where it stands.
  mutating func add(unknownSetting key: DataNode, among keys: [String], message: String) {
    let near = Suggestion.nearest(to: key.string ?? "", among: keys)
    let all = keys.map { "`\($0)`" }.joined(separator: ", ")
    add(
      message, at: key.location,
      help: near.map { "did you mean `\($0)`?" } ?? "what stands here is one of \(all)")
  }
}
