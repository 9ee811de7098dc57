package import Diagnostics
package import Lint
import Packer

/// Reports variables without a default that the command line does not set.
package struct UnsetRequiredVariable: TemplateRule {
  package static let id: RuleID = "packer/unset-required-variable"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      guard case .requiredVariableMissing(let name) = fault.problem else { continue }
      findings.add(
        "variable `\(name)` must be given, and is not", at: fault.location,
        help: template.advice(on: name)
          ?? "give it with `-var \(name)=…` or in a `-var-file`; what depends on it is not checked")
    }
  }
}
