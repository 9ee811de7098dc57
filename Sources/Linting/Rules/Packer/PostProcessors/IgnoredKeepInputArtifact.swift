package import Diagnostics
package import Lint
import Packer
import Source

/// Reports `keep_input_artifact: false` where the input is kept all the same.
package struct IgnoredKeepInputArtifact: TemplateRule {
  package static let id: RuleID = "packer/ignored-keep-input-artifact"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.template.postProcessors.joined() {
      guard let type = component.type?.value, let entry = component.core("keep_input_artifact"),
        entry.value.bool == false,
        template.catalog[.postProcessor, type]?.artifact.keepsInput == .always
      else { continue }
      findings.add(
        "`\(type)` keeps its input, whatever `keep_input_artifact` says", at: entry.value.location,
        help: "remove the option; what comes before can be removed once the build is done",
        fix: template.template.removal(of: entry).map { Fix(.safe, edits: $0) })
    }
  }
}
