package import Diagnostics
package import Lint
import Packer

/// Reports options that work and should not be written: deprecated ones, ones that newer releases
/// do not have, and ones that Packer knows by accident.
package struct DiscouragedOption: TemplateRule {
  package static let id: RuleID = "packer/discouraged-option"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults {
      switch fault.problem {
      // What older releases thought of it is not known.
      case .deprecatedOption(let name) where template.packerVersion ?? .reference >= .reference:
        findings.add(
          "option `\(name)` of \(fault.subject) is deprecated", at: fault.location,
          help: fault.because ?? "newer releases may refuse it",
          fix: template.rewrite(at: fault.location)?.fix)
      case .internalOption(let name):
        findings.add(
          "option `\(name)` of \(fault.subject) is internal to Packer", at: fault.location,
          help: fault.because ?? "remove it: it is accepted by accident")
      case .goneOption(let name, let release)
      where template.packerVersion ?? .pluginsApart >= .pluginsApart:
        let plugin = template.catalog[fault.kind, fault.component]?.plugin
        findings.add(
          "newer releases have no option `\(name)` of \(fault.subject)", at: fault.location,
          help: "it is gone from \(release)\(plugin.map { " of `\($0)`" } ?? "") on")
      default: break
      }
    }
  }
}
