package import Diagnostics
package import Lint
import Packer

/// Reports options that work and should not be written: deprecated ones, and ones that Packer knows by accident.
package struct DiscouragedOption: TemplateRule {
  package static let id: RuleID = "packer/discouraged-option"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults {
      switch fault.problem {
      case .deprecatedOption(let name):
        findings.add(
          "option `\(name)` of \(fault.subject) is deprecated", at: fault.location,
          help: fault.because ?? "newer releases may refuse it",
          fix: template.rewrite(at: fault.location)?.fix)
      case .internalOption(let name):
        findings.add(
          "option `\(name)` of \(fault.subject) is internal to Packer", at: fault.location,
          help: fault.because ?? "remove it: it is accepted by accident")
      default: break
      }
    }
  }
}
