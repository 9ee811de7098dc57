package import Diagnostics
package import Lint
import Packer

/// Reports options that work and should not be written: deprecated ones, ones that newer releases
/// do not have, and ones that Packer knows by accident.
package struct DiscouragedOption: TemplateRule {
  package static let id: RuleID = "packer/discouraged-option"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    let gone = Set(template.componentFaults.filter(\.isGone).map(\.location))
    for fault in template.componentFaults {
      let rewrite = template.rewrite(at: fault.location)
      switch fault.problem {
      // What older releases thought of it is not known.
      case .deprecatedOption(let name) where template.packerVersion ?? .reference >= .reference:
        // That it is gone says more.
        if gone.contains(fault.location), template.packerVersion ?? .pluginsApart >= .pluginsApart {
          continue
        }
        findings.add(
          "option `\(name)` of \(fault.subject) is deprecated", at: fault.location,
          help: fault.because ?? rewrite?.successor.map {
            "write `\($0)`: newer releases may refuse the old name"
          }
            ?? "newer releases may refuse it",
          fix: rewrite?.fix)
      case .internalOption(let name):
        findings.add(
          "option `\(name)` of \(fault.subject) is internal to Packer", at: fault.location,
          help: fault.because ?? "remove it: it is accepted by accident")
      case .goneOption(let name, let release)
      where template.packerVersion ?? .pluginsApart >= .pluginsApart:
        let plugin = template.catalog[fault.kind, fault.component]?.plugin
        findings.add(
          "newer releases have no option `\(name)` of \(fault.subject)", at: fault.location,
          help: (rewrite?.successor.map { "write `\($0)`: " } ?? "")
            + "it is gone from \(release)\(plugin.map { " of `\($0)`" } ?? "") on",
          fix: rewrite?.fix)
      default: break
      }
    }
  }
}

extension ComponentFault {
  /// Whether newer releases do not have the option.
  fileprivate var isGone: Bool { if case .goneOption = problem { true } else { false } }
}

extension TemplateRewrite {
  /// The name that the option has now; nil where it has none.
  fileprivate var successor: String? { if case .renamed(_, let name) = change { name } else { nil } }
}
