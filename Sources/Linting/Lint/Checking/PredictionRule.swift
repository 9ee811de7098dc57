package import Prediction

/// A check of a spec against what the builds of its template will make.
package protocol PredictionRule: Rule {
  func check(_ spec: LintedSpec, against predictions: [Prediction], _ findings: inout Findings)
}
