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
        let rewrite = template.rewrite(at: fault.location)
        if case .retyped(_, let new)? = rewrite?.change {
          findings.add(
            "\(kind.words) `\(name)` is called `\(new)` now", at: fault.location, help: "write `\(new)`",
            fix: rewrite?.fix)
        } else {
          findings.add(
            "no \(kind.words) is called `\(name)`", at: fault.location,
            help: Wording.meant(nearest) ?? "it is none of Packer's own; a plugin must bring it",
            fix: Wording.renaming(fault.location, to: nearest))
        }
      case .removedComponent(let kind, let name, let replacement):
        findings.add(
          "Packer no longer has \(kind.words) `\(name)`", at: fault.location,
          help: replacement.map { "use `\($0)`" } ?? "remove it: nothing took its place")
      default: break
      }
    }
  }
}
