package import Diagnostics
package import Lint
import Packer

/// Reports options that only releases after Packer 1.6.6 have, unless the configured Packer has them.
package struct NewerOption: TemplateRule {
  package static let id: RuleID = "packer/newer-option"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults {
      guard case .newerOption(let name, let since) = fault.problem else { continue }
      let plugin = template.catalog[fault.kind, fault.component]?.plugin
      let isThere = template.packerVersion.flatMap { $0.includes(since, of: plugin) }
      if isThere == true { continue }
      let packer = isThere == false ? template.packerVersion ?? .reference : .reference
      findings.add(
        "Packer \(packer) has no option `\(name)` of \(fault.subject)", at: fault.location,
        help: since == "later"
          ? "build with a newer Packer"
          : "build with \(since)\(plugin.map { " of `\($0)`" } ?? "") or newer",
        severity: isThere == false ? .error : nil)
    }
  }
}
