package import Diagnostics
package import Lint
import Packer

/// Reports components that a plugin of other people must bring.
package struct ForeignComponent: TemplateRule {
  package static let id: RuleID = "packer/foreign-component"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      guard case .foreignComponent(let kind, let name, let plugin) = fault.problem else { continue }
      findings.add(
        "\(kind.words) `\(name)` is none of Packer's own", at: fault.location,
        help: "install `\(plugin)` where it is built; its options are not checked, unless a file under "
          + "`components` in `.ovenproof.yaml` describes them")
    }
  }
}
