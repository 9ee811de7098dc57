package import Diagnostics
package import Lint
import Packer

/// Reports builders, provisioners and post-processors of a type that nobody provides.
package struct UnknownComponentType: TemplateRule {
  package static let id: RuleID = "packer/unknown-component-type"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      switch fault.problem {
      case .unknownComponent(let kind, let name, let nearest):
        findings.add(
          "no \(kind.words) is called `\(name)`", at: fault.location,
          help: Wording.meant(nearest) ?? "it is none of Packer's own; a plugin must bring it",
          fix: template.rewrite(at: fault.location)?.fix ?? Wording.renaming(fault.location, to: nearest))
      default: break
      }
    }
  }
}
