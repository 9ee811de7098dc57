package import Diagnostics
package import Lint
import Packer

/// Reports variables whose value a server gives.
package struct UndecidedVariable: TemplateRule {
  package static let id: RuleID = "packer/undecided-variable"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      guard case .undecidableCall(let function) = fault.problem else { continue }
      findings.add(
        "cannot tell what `\(function)` answers", at: fault.location,
        help: "Packer asks a server when it validates: lint asks nobody")
    }
  }
}
