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
        let isKnown = template.isKnownWhole(fault) || Self.isOfCommunicator(name, nearest)
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

extension UnknownOption {
  /// Whether a name is a letter or two off an option of the communicator: those of all releases are known, whatever a
  /// plugin adds of its own.
  fileprivate static func isOfCommunicator(_ name: String, _ nearest: [String]) -> Bool {
    guard let near = nearest.first,
      near == "communicator" || near.hasPrefix("ssh_") || near.hasPrefix("winrm_")
    else { return false }
    return Suggestion.distance(from: name, to: near, atMost: 2) != nil
  }
}

extension LintedTemplate {
  /// Whether all options of the component at fault are known that the Packer in use can have.
  fileprivate func isKnownWhole(_ fault: ComponentFault) -> Bool {
    if let packerVersion, packerVersion <= .reference { return true }
    return catalog[fault.kind, fault.component]?.isCompared != false
  }
}
