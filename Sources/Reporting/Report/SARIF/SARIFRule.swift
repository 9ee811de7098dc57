import DataSyntax
import Diagnostics

/// A rule as SARIF's `reportingDescriptor`, with all that code scanning wants to show.
enum SARIFRule {
  /// Descriptions beyond this many characters are refused.
  private static let longestDescription = 1000
  private static let mostTags = 20

  static func value(of rule: RuleText) -> JSONText {
    .members([
      ("id", .string(rule.id)),
      ("shortDescription", text(rule.summary.cut(to: longestDescription))),
      ("fullDescription", text(rule.reason.cut(to: longestDescription))),
      ("helpUri", rule.address.map { .string($0) }),
      ("help", .members([("text", .string(rule.page)), ("markdown", .string(rule.page))])),
      ("defaultConfiguration", .members([("level", .string(SARIFResult.level(of: rule.severity)))])),
      ("properties", properties(of: rule)),
    ])
  }

  /// Tags, and how grave a finding is on the scale of code scanning, which has another for questions of security.
  private static func properties(of rule: RuleText) -> JSONText {
    let isSecurity = rule.tags.contains("security") || rule.tags.contains("secrets")
    var tags = rule.tags
    if isSecurity, !tags.contains("security") { tags.insert("security", at: 0) }
    return .members([
      ("tags", tags.isEmpty ? nil : .strings(Array(tags.prefix(mostTags)))),
      ("problem.severity", isSecurity ? nil : .string(word(for: rule.severity))),
      ("security-severity", isSecurity ? .string(score(of: rule.severity)) : nil),
    ])
  }

  private static func word(for severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "recommendation"
    }
  }

  /// Code scanning calls 7.0 and more high, 4.0 and more medium.
  private static func score(of severity: Severity) -> String {
    switch severity {
    case .error: "8.0"
    case .warning: "5.5"
    case .info: "3.0"
    }
  }

  private static func text(_ text: String) -> JSONText { .members([("text", .string(text))]) }
}
