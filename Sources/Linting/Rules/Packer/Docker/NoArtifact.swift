import DataSyntax
package import Diagnostics
package import Lint
import Packer
import Source

/// Reports docker builders that say nothing of what becomes of the container.
package struct NoArtifact: TemplateRule {
  package static let id: RuleID = "packer/no-artifact"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults where Self.isMeant(by: fault) {
      findings.add(
        "the container comes to nothing: neither `commit` nor `export_path` nor `discard` is set",
        at: fault.location,
        help: "add `\"commit\": true` to keep it as an image", labels: fault.labels,
        fix: fix(of: fault, in: template.template))
    }
  }

  private func fix(of fault: ComponentFault, in template: PackerTemplate) -> Fix? {
    template.builders.first { $0.type?.location == fault.location }
      .flatMap { template.setting("commit", to: .bool(true), in: $0) }.map { Fix(.unsafe, edits: $0) }
  }

  /// Whether a fault is this rule's and not `packer/missing-option`'s.
  static func isMeant(by fault: ComponentFault) -> Bool {
    guard case .noneOf(let conditions) = fault.problem, fault.kind == .builder, fault.component == "docker"
    else {
      return false
    }
    return conditions.contains(.set("commit"))
  }
}
