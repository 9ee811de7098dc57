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
        let isKnown = template.isKnownWhole(fault)
        findings.add(
          isKnown
            ? "\(fault.subject) has no option `\(name)`"
            : "\(fault.subject) of Packer 1.6.6 has no option `\(name)`", at: fault.location,
          help: Wording.meant(nearest)
            ?? (isKnown
              ? "remove it: Packer refuses a template with options that it does not know"
              : "remove it, unless a newer release has it: those were not compared"),
          fix: template.rewrite(at: fault.location)?.fix ?? Wording.renaming(fault.location, to: nearest),
          severity: isKnown ? nil : .warning)
      default: break
      }
    }
  }
}

extension LintedTemplate {
  /// Whether all options of the component at fault are known that the Packer in use can have.
  fileprivate func isKnownWhole(_ fault: ComponentFault) -> Bool {
    if let packerVersion, packerVersion <= .reference { return true }
    return catalog[fault.kind, fault.component]?.isCompared != false
  }
}
