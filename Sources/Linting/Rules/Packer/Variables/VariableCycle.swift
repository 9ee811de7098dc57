package import Diagnostics
package import Lint
import Packer

/// Reports variables that read each other in a circle.
package struct VariableCycle: TemplateRule {
  package static let id: RuleID = "packer/variable-cycle"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      guard case .variableCycle(let names) = fault.problem, let first = names.first else { continue }
      let way = (names + (names.last == first ? [] : [first])).map { "`\($0)`" }.joined(separator: " → ")
      findings.add(
        Set(names).count == 1
          ? "variable `\(first)` reads itself" : "variables read each other in a circle: \(way)",
        at: fault.location, help: "give one of them a value that reads no variable of the circle",
        severity: fault.isRefused ? nil : .warning)
    }
  }
}
