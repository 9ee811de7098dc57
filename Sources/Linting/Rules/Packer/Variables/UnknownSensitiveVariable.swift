package import Diagnostics
package import Lint
import Packer

/// Reports names under `sensitive-variables` that no variable has.
package struct UnknownSensitiveVariable: TemplateRule {
  package static let id: RuleID = "packer/unknown-sensitive-variable"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      guard case .unknownSensitiveVariable(let name, let nearest) = fault.problem else { continue }
      findings.add(
        "`sensitive-variables` names `\(name)`, which is not declared", at: fault.location,
        help: Wording.meant(nearest) ?? "declare it in `variables`, or remove it here: nothing is hidden",
        fix: Wording.renaming(fault.location, to: nearest))
    }
  }
}
