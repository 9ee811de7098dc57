package import Diagnostics
package import Lint
import Packer

/// Reports options that only releases after Packer 1.6.6 have.
package struct NewerOption: TemplateRule {
  package static let id: RuleID = "packer/newer-option"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults {
      guard case .newerOption(let name, let since) = fault.problem else { continue }
      let plugin = template.catalog[fault.kind, fault.component]?.plugin.map { " of `\($0)`" } ?? ""
      findings.add(
        "Packer 1.6.6 has no option `\(name)` of \(fault.subject)", at: fault.location,
        help: since == "later" ? "build with a newer Packer" : "build with \(since)\(plugin) or newer")
    }
  }
}
