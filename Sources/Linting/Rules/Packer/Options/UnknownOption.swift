package import Diagnostics
package import Lint
import Packer

/// Reports options that a component does not have.
package struct UnknownOption: TemplateRule {
  package static let id: RuleID = "packer/unknown-option"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults {
      switch fault.problem {
      case .unknownOption(let name, let nearest) where !MisplacedComment.isComment(name):
        findings.add(
          "\(fault.subject) has no option `\(name)`", at: fault.location,
          help: Wording.meant(nearest)
            ?? "remove it: Packer refuses a template with options that it does not know",
          fix: template.rewrite(at: fault.location)?.fix ?? Wording.renaming(fault.location, to: nearest))
      default: break
      }
    }
  }
}
