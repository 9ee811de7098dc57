package import Diagnostics
package import Lint
import Packer
import Source

/// Reports `only` and `except` that do not restrict anything.
package struct IgnoredSelection: TemplateRule {
  package static let id: RuleID = "packer/ignored-selection"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    let steps = template.template.provisioners + template.template.postProcessors.joined()
    for entry in steps.compactMap({ $0.core("only") })
    where entry.value.kind == .list && entry.value.items.isEmpty {
      findings.add(
        "an empty `only` restricts nothing: every build runs this", at: entry.value.location,
        help: "name builds in it, or remove it; `except` with every build switches a step off")
    }
    guard let cleanup = template.template.errorCleanupProvisioner else { return }
    for key in ["only", "except"] {
      guard let entry = cleanup.core(key), !entry.value.isNothing else { continue }
      findings.add(
        "`\(key)` of the error-cleanup-provisioner has no effect: it runs for every build",
        at: entry.keyLocation,
        help: "remove it; a script can look at `PACKER_BUILD_NAME`")
    }
  }
}
