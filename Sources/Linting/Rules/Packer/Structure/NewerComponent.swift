package import Diagnostics
package import Lint
import Packer

/// Reports components that Packer 1.6.6 lacks, in any build or in that of Debian.
package struct NewerComponent: TemplateRule {
  package static let id: RuleID = "packer/newer-component"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      guard case .unavailableComponent(let kind, let name, let availability) = fault.problem else { continue }
      let isAbsent = availability == .later && template.packerVersion.map { $0 <= .reference } == true
      let version = isAbsent ? template.packerVersion ?? .reference : .reference
      let packer = availability == .later ? "Packer \(version)" : "Debian's Packer 1.6.6"
      let plugin = template.catalog[kind, name]?.plugin.map { "`\($0)`" } ?? "the plugin that brings it"
      findings.add(
        "\(packer) has no \(kind.words) `\(name)`", at: fault.location,
        help: availability == .later
          ? "build with a newer Packer and \(plugin)" : "build with HashiCorp's own Packer",
        severity: isAbsent ? .error : nil)
    }
  }
}
