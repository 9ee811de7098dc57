package import Diagnostics

/// Weighs what is found after lint, when a build is rehearsed, by the same settings and exceptions.
package struct LateFindings: Sendable {
  /// The families of such rules: lint cannot tell whether their exceptions are of use.
  static let families: Set<String> = ["rehearsal"]

  private let configuration: LintConfiguration
  private let suppression: Suppression

  init(_ configuration: LintConfiguration, _ suppression: Suppression) {
    self.configuration = configuration
    self.suppression = suppression
  }

  /// Where no settings are known.
  static let asTheyAre = LateFindings(LintConfiguration(), Suppression())

  /// The finding with the weight that the settings give it, with its exception where one covers it; nil where its rule is off.
  package func judged(_ finding: Diagnostic) -> Diagnostic? {
    guard let weighed = configuration.weighed(finding) else { return nil }
    var suppression = suppression
    let (kept, suppressed) = suppression.apply(to: [weighed])
    return kept.first ?? suppressed.first
  }

  /// Whether lint cannot tell what breaks a rule.
  static func finds(_ rule: RuleID) -> Bool {
    families.contains(String(rule.name.prefix { $0 != "/" }))
  }
}
