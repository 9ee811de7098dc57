package import Diagnostics

/// A check: stateless, named after its page.
package protocol Rule: Sendable {
  static var id: RuleID { get }
  /// Whether its findings say where secrets stand: those are hidden even where the rule is not asked.
  static var findsSecrets: Bool { get }
}

extension Rule {
  package static var findsSecrets: Bool { false }
}
