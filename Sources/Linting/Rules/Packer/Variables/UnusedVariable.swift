package import Diagnostics
package import Lint
import Packer

/// Reports variables that nothing reads.
package struct UnusedVariable: TemplateRule {
  package static let id: RuleID = "packer/unused-variable"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    // One that a misspelt name stands for is read once that is mended.
    var meant: Set<String> = []
    for case .undeclaredVariable(_, let nearest) in template.evaluation.faults.map(\.problem) {
      meant.formUnion(nearest)
    }
    for fault in template.evaluation.faults {
      guard case .unusedVariable(let name) = fault.problem else { continue }
      findings.add(
        "variable `\(name)` is never read", at: fault.location,
        help: "remove it, or read it with {{user `\(name)`}}",
        fix: meant.contains(name)
          ? nil : template.template.removal(ofVariable: name).map { Fix(.unsafe, edits: $0) })
    }
  }
}
