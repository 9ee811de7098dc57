package import Diagnostics
package import Lint
import Packer

/// Reports variables that nothing reads.
package struct UnusedVariable: TemplateRule {
  package static let id: RuleID = "packer/unused-variable"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      guard case .unusedVariable(let name) = fault.problem else { continue }
      findings.add(
        "variable `\(name)` is never read", at: fault.location,
        help: "remove it, or read it with {{user `\(name)`}}",
        fix: template.template.removal(ofVariable: name).map { Fix(.unsafe, edits: $0) })
    }
  }
}
