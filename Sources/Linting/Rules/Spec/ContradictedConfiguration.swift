package import Diagnostics
import Expectation
package import Lint
package import Prediction

/// Reports what a spec asserts of an image's configuration that the template's changes decide otherwise.
package struct ContradictedConfiguration: PredictionRule {
  package static let id: RuleID = "spec/contradicted-configuration"

  package init() {}

  package func check(_ spec: LintedSpec, against predictions: [Prediction], _ findings: inout Findings) {
    Contradiction.report(spec, against: predictions, where: { $0 == .image }, &findings)
  }
}
