package import Diagnostics
import Expectation
package import Lint
package import Prediction

/// Reports what a spec asserts of files, packages and accounts that a step makes otherwise for sure.
package struct ContradictedByPlan: PredictionRule {
  package static let id: RuleID = "spec/contradicted-by-plan"

  package init() {}

  package func check(_ spec: LintedSpec, against predictions: [Prediction], _ findings: inout Findings) {
    Contradiction.report(spec, against: predictions, where: { $0 != .image }, &findings)
  }
}
