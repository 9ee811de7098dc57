package import Diagnostics
import RuleCatalog
package import Source

/// Collects what one rule finds: the rule says what and where, its page how grave it is.
package struct Findings: Sendable {
  private let rule: RuleID
  private let severity: Severity
  package private(set) var diagnostics: [Diagnostic] = []

  /// An empty collection for a rule; its severity is that of its page.
  package init(of rule: RuleID) {
    self.rule = rule
    severity = RuleCatalog.page(rule)?.severity ?? .error
  }

  /// Adds a finding; a range without a byte is allowed.
  package mutating func add(
    _ message: String, at location: Location, help: String? = nil, labels: [Label] = [], notes: [String] = [],
    fix: Fix? = nil, chain: [ChainLink] = [], secrets: [Location] = []
  ) {
    var finding = Diagnostic(
      rule, severity, message, at: location, help: help, labels: labels, notes: notes,
      fixes: fix.map { [$0] } ?? [], chain: chain)
    finding.secrets = secrets
    diagnostics.append(finding)
  }

  /// Adds the finding of a name that no rule has.
  mutating func add(unknownRule name: String, at location: Location) {
    let near = RuleCatalog.nearest(to: name)
    add(
      "no rule is called `\(name)`", at: location,
      help: near.map { "did you mean `\($0)`?" } ?? "`ovenproof rules list` names them all",
      fix: near.map { Fix(.unsafe, edits: [.init(replacing: location, with: $0.name)]) })
  }
}
