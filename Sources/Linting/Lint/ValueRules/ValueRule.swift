import DataSyntax
package import Diagnostics
import Matching
import Packer
import RuleCatalog
import Source

/// A rule that only compares values: stated by a page of the catalog, or by the user.
package struct ValueRule: Sendable {
  package let id: RuleID
  let severity: Severity
  let condition: ValueCondition

  /// The rules of the catalog whose pages state a condition.
  package static let embedded: [ValueRule] = RuleCatalog.pages.compactMap { page in
    ValueConditionReader.condition(of: page).map {
      ValueRule(id: page.id, severity: page.severity, condition: $0)
    }
  }

  init(id: RuleID, severity: Severity, condition: ValueCondition) {
    self.id = id
    self.severity = severity
    self.condition = condition
  }

  init(_ own: OwnRule) { self.init(id: own.id, severity: own.severity, condition: own.condition) }

  /// The values of a template that fit the condition; what cannot be told fits nothing.
  func check(_ template: LintedTemplate, _ values: RenderedValues, _ findings: inout Findings) {
    switch condition.test {
    case .missing:
      for value in condition.pattern.lackingValues(in: template.template) {
        let place = value.entries.named("type")?.value.location ?? value.location
        findings.add(condition.message, at: place, help: condition.help)
      }
    case .when(let matcher):
      for value in condition.pattern.values(in: template.template) {
        guard let fitting = values.subjects(of: value).first(where: { matcher.result(for: $0).isMatched })
        else {
          continue
        }
        let shown = values.isSecret(value) ? "<sensitive>" : fitting.shownBare
        findings.add(
          condition.message.replacing("{value}", with: shown), at: value.contentLocation, help: condition.help
        )
      }
    }
  }
}

extension Subject {
  /// The value as it stands in a sentence: a text without quotes.
  fileprivate var shownBare: String {
    guard case .text = self else { return shown }
    return String(shown.drop { $0 == "\"" }.reversed().drop { $0 == "\"" }.reversed())
  }
}
