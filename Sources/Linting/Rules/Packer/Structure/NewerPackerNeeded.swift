package import Diagnostics
package import Lint
import Packer
import Source

/// Reports a template that asks for a newer Packer than the one that builds it.
package struct NewerPackerNeeded: TemplateRule {
  package static let id: RuleID = "packer/newer-packer-needed"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    if let configured = template.packerVersion { return check(template, against: configured, &findings) }
    for fault in template.evaluation.faults {
      guard case .newerVersionNeeded(let version) = fault.problem else { continue }
      findings.add(
        "the template wants Packer \(version); it is checked against 1.6.6", at: fault.location,
        help:
          "lower `min_packer_version` if 1.6.6 is meant to build it, or set `packer-version` in `.ovenproof.yaml`"
      )
    }
  }

  /// Against the version that the configuration names.
  private func check(
    _ template: LintedTemplate, against configured: PackerVersion, _ findings: inout Findings
  ) {
    guard let value = template.template.minPackerVersion, let written = value.text?.string,
      let wanted = PackerVersion(written), configured < wanted
    else { return }
    findings.add(
      "the template wants Packer \(wanted), and \(configured) builds it", at: value.contentLocation,
      help: "build it with a newer Packer, or mend `packer-version` in `.ovenproof.yaml`", severity: .error)
  }
}
