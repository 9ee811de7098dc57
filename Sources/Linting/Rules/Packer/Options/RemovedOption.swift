package import Diagnostics
package import Lint
import Packer

/// Reports options that Packer had once and refuses now.
package struct RemovedOption: TemplateRule {
  package static let id: RuleID = "packer/removed-option"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults {
      guard case .removedOption(let name, let replacement) = fault.problem else { continue }
      // Which release removed it is not known, only that it was gone with 1.6.6.
      let isOlder = template.packerVersion.map { $0 < .reference } == true
      findings.add(
        "Packer no longer has option `\(name)` of \(fault.subject)", at: fault.location,
        help: replacement.map { "use `\($0)`" } ?? "remove it",
        fix: template.rewrite(at: fault.location)?.fix,
        severity: isOlder ? .warning : nil)
    }
  }
}
