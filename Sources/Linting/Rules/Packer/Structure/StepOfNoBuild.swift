package import Diagnostics
package import Lint
import Packer
import Source

/// Reports provisioners and post-processors whose `except` names every build.
package struct StepOfNoBuild: TemplateRule {
  package static let id: RuleID = "packer/step-of-no-build"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    let builds = Set(template.template.builders.compactMap { $0.name?.value })
    guard !builds.isEmpty else { return }
    for component in template.template.components where component.only.isEmpty && component.kind != .builder {
      let except = Set(component.except.map(\.value))
      guard let type = component.type, let entry = component.core("except"), builds.isSubset(of: except),
        component.location != template.template.errorCleanupProvisioner?.location
      else { continue }
      findings.add(
        "no build runs this `\(type.value)`: `except` names every one", at: entry.keyLocation,
        help: "remove it, or name builds in `only`; what no build runs, Packer does not even check")
    }
  }
}
