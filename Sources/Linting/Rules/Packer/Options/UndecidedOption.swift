package import Diagnostics
package import Lint
import Packer

/// Reports options about which Packer asks a server or a program when it validates.
package struct UndecidedOption: TemplateRule {
  package static let id: RuleID = "packer/undecided-option"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults {
      if case .missingProgram(let name) = fault.problem {
        findings.add(
          "`\(name)` is not on this machine, and \(fault.subject) needs it", at: fault.location,
          help: "install it, or validate where the template is built")
      }
      guard case .undecidable(let option) = fault.problem else { continue }
      findings.add(
        "cannot tell whether `\(option)` of \(fault.subject) is right", at: fault.location,
        help: fault.because.map { "\($0): lint asks nobody" }
          ?? "Packer asks somebody else about it: lint asks nobody")
    }
  }
}
