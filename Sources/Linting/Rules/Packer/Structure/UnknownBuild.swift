package import Diagnostics
package import Lint
import Packer

/// Reports `only`, `except` and `override` that name a build which does not exist.
package struct UnknownBuild: TemplateRule {
  package static let id: RuleID = "packer/unknown-build"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      guard case .unknownBuild(let name, let key, let known) = fault.problem else { continue }
      let near = Suggestion.nearest(to: name, among: known).map { [$0] } ?? []
      let builds = known.isEmpty ? nil : "the builds are \(Wording.list(known))"
      findings.add(
        "`\(key)` names build `\(name)`, which does not exist", at: fault.location,
        help: Wording.meant(near) ?? builds, fix: Wording.renaming(fault.location, to: near))
    }
  }
}
