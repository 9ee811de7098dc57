package import Diagnostics
package import Lint
import Packer

/// Reports calls of functions that Packer does not have.
package struct UnknownFunction: TemplateRule {
  package static let id: RuleID = "packer/unknown-function"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      switch fault.problem {
      case .unknownFunction(let name, let nearest):
        findings.add(
          "no function is called `\(name)`", at: fault.location,
          help: Wording.meant(nearest)
            ?? "a variable is read with {{user `\(name)`}}, a field with {{.\(name)}}",
          fix: Wording.renaming(fault.location, to: nearest))
      case .removedFunction(let name, let replacement):
        findings.add(
          "Packer no longer has function `\(name)`", at: fault.location,
          help: replacement.map { "use \($0)" } ?? "remove the call",
          fix: template.rewrite(at: fault.location)?.fix)
      default: break
      }
    }
  }
}
