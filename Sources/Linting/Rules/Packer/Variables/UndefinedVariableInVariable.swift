package import Diagnostics
package import Lint
import Packer

/// Reports variables whose value reads a variable that is declared nowhere.
package struct UndefinedVariableInVariable: TemplateRule {
  package static let id: RuleID = "packer/undefined-variable-in-variable"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      guard case .undeclaredVariableInVariable(let name, let reader, let nearest) = fault.problem else {
        continue
      }
      findings.add(
        "variable `\(reader)` reads variable `\(name)`, which is not declared", at: fault.location,
        help: template.advice(on: name) ?? Wording.meant(nearest) ?? "declare it in `variables`",
        fix: Wording.renaming(fault.location, to: nearest), severity: fault.isRefused ? nil : .warning)
    }
  }
}
