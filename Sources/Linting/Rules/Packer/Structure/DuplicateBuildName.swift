package import Diagnostics
package import Lint
import Packer

/// Reports two builders of one name.
package struct DuplicateBuildName: TemplateRule {
  package static let id: RuleID = "packer/duplicate-build-name"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      guard case .duplicateBuilderName(let name, let first) = fault.problem else { continue }
      findings.add(
        "a build `\(name)` exists already", at: fault.location,
        help: "give one of the builders a `name`: without one it is called after its type",
        labels: [Label("the first stands here", at: first)])
    }
  }
}
