package import Diagnostics
package import Lint
import Packer

/// Reports a template that asks for a newer Packer than the one whose facts are checked.
package struct NewerPackerNeeded: TemplateRule {
  package static let id: RuleID = "packer/newer-packer-needed"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      guard case .newerVersionNeeded(let version) = fault.problem else { continue }
      findings.add(
        "the template wants Packer \(version); it is checked against 1.6.6", at: fault.location,
        help: "lower `min_packer_version` if 1.6.6 is meant to build it")
    }
  }
}
