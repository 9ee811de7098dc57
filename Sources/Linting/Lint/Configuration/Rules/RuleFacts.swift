package import Diagnostics
package import RuleCatalog

/// What settings need to know of a rule: ours by its page, the user's own by its definition.
package struct RuleFacts: Sendable {
  package let id: RuleID
  package let severity: Severity
  package let tags: [String]
  /// The names that the rule had before.
  package let aliases: [RuleID]
  /// The page, of a rule that comes with the product.
  package let page: RulePage?

  /// Facts of a rule of the user's own.
  init(_ id: RuleID, _ severity: Severity, tags: [String], aliases: [RuleID] = []) {
    self.id = id
    self.severity = severity
    self.tags = tags
    self.aliases = aliases
    page = nil
  }

  /// Facts of a rule that comes with the product.
  package init(_ page: RulePage) {
    id = page.id
    severity = page.severity
    tags = page.tags
    aliases = page.aliases
    self.page = page
  }

  /// Whether a configuration defines the rule itself.
  var isOwn: Bool { page == nil }

  /// What a finding weighs under the rules as of a release.
  func severity(asOf version: RuleVersion?) -> Severity { page?.severity(asOf: version) ?? severity }

  /// Whether the rule fails no run yet: it is new, or newer than the release whose rules are asked for.
  func isPreview(asOf version: RuleVersion?) -> Bool {
    guard let page else { return false }
    if page.isPreview { return true }
    guard let version, let since = RuleVersion(page.since) else { return false }
    return version < since
  }
}
