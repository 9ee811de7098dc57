import Diagnostics
import Lint
import RuleCatalog

/// A rule as the list shows it: one of ours, or one that the configuration defines.
struct ListedRule {
  let id: RuleID
  let severity: Severity
  /// The release that brought it; empty for a rule of the configuration.
  let since: String
  let tags: [String]
  let isFixable: Bool
  let summary: String

  var family: String { String(id.name.prefix { $0 != "/" }) }

  init(_ page: RulePage) {
    id = page.id
    severity = page.severity
    since = page.since
    tags = page.tags
    isFixable = page.isFixable
    summary = page.summary
  }

  init(_ rule: OwnRule) {
    id = rule.id
    severity = rule.severity
    since = ""
    tags = rule.tags
    isFixable = false
    summary = rule.message
  }
}
