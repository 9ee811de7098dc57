package import Diagnostics
package import Lint
import Packer

/// Reports options that need others which are not there.
package struct UnmetRequirement: TemplateRule {
  package static let id: RuleID = "packer/unmet-requirement"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults {
      switch fault.problem {
      case .unmet(let given, let needed):
        findings.add(
          "\(given.words) needs \(needed.words) in \(fault.subject)", at: fault.location,
          help: fault.because ?? "add what is needed, or remove the other", labels: fault.labels)
      case .incomplete(let given, let missing):
        findings.add(
          "\(Wording.list(given)) needs \(Wording.list(missing)) in \(fault.subject)", at: fault.location,
          help: fault.because ?? "set all of them or none", labels: fault.labels)
      default: break
      }
    }
  }
}
