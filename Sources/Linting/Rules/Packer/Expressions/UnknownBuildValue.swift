package import Diagnostics
package import Lint
import Packer

/// Reports `{{build …}}` with a key that the builder does not give.
package struct UnknownBuildValue: TemplateRule {
  package static let id: RuleID = "packer/unknown-build-value"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      guard case .unknownBuildValue(let name, let available) = fault.problem else { continue }
      let near = Suggestion.nearest(to: name, among: available).map { [$0] } ?? []
      findings.add(
        "no build value is called `\(name)`\(Wording.builds(fault.builds))", at: fault.location,
        help: Wording.meant(near) ?? "there are \(Wording.list(available))",
        fix: Wording.renaming(fault.location, to: near))
    }
  }
}
