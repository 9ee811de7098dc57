import DataSyntax
import Diagnostics

/// A rule as SARIF's `reportingDescriptor`, with all that code scanning wants to show.
enum SARIFRule {
  /// Descriptions beyond this many characters are refused.
  private static let longestDescription = 1000

  static func value(of rule: RuleText) -> JSONText {
    .members([
      ("id", .string(rule.id)),
      ("shortDescription", text(cut(rule.summary))),
      ("fullDescription", text(cut(rule.reason))),
      ("help", .members([("text", .string(rule.page)), ("markdown", .string(rule.page))])),
      ("defaultConfiguration", .members([("level", .string(SARIFResult.level(of: rule.severity)))])),
      (
        "properties",
        rule.tags.isEmpty ? nil : .members([("tags", .strings(Array(rule.tags.prefix(20))))])
      ),
    ])
  }

  private static func text(_ text: String) -> JSONText { .members([("text", .string(text))]) }

  private static func cut(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.prefix(longestDescription + 1).count > longestDescription else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(longestDescription - 1))) + "…"
  }
}
