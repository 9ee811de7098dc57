package import Diagnostics
package import Lint
import Packer

/// Reports options that exclude each other.
package struct ExclusiveOptions: TemplateRule {
  package static let id: RuleID = "packer/exclusive-options"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults {
      guard case .tooMany(let conditions) = fault.problem else { continue }
      let words = Wording.joined(conditions.map(\.words), by: "and")
      findings.add(
        "\(words) exclude each other in \(fault.subject)", at: fault.location,
        help: fault.because ?? "keep one of them", labels: fault.labels)
    }
    for fault in template.evaluation.faults where fault.problem == .onlyAndExcept {
      findings.add("`only` and `except` exclude each other", at: fault.location, help: "keep one of them")
    }
  }
}
