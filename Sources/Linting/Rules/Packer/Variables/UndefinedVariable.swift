package import Diagnostics
package import Lint
import Packer

/// Reports reads of a variable that is declared nowhere.
package struct UndefinedVariable: TemplateRule {
  package static let id: RuleID = "packer/undefined-variable"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      guard case .undeclaredVariable(let name, let nearest) = fault.problem else { continue }
      findings.add(
        "variable `\(name)` is not declared", at: fault.location,
        help: Wording.meant(nearest) ?? "declare it in `variables`: Packer puts an empty text in its place",
        fix: Wording.renaming(fault.location, to: nearest))
    }
  }
}
