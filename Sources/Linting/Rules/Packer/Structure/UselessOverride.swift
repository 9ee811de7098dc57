package import Diagnostics
package import Lint
import Packer
import Source

/// Reports overrides for a build that does not run the provisioner.
package struct UselessOverride: TemplateRule {
  package static let id: RuleID = "packer/useless-override"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    let builds = Set(template.template.builders.compactMap { $0.name?.value })
    for component in template.template.provisioners {
      let only = component.only.map(\.value)
      let except = component.except.map(\.value)
      for (build, _) in component.overrides where builds.contains(build.value) {
        if !only.isEmpty, !only.contains(build.value) {
          findings.add(
            "build `\(build.value)` is not in `only`, so its override has no effect", at: build.location,
            help: "add it to `only`, or remove the override",
            fix: fix(removing: build.value, of: component, in: template.template))
        } else if only.isEmpty, except.contains(build.value) {
          findings.add(
            "build `\(build.value)` is in `except`, so its override has no effect", at: build.location,
            help: "take it out of `except`, or remove the override",
            fix: fix(removing: build.value, of: component, in: template.template))
        }
      }
    }
  }

  /// The override taken out; where it is the only one, with the key around it. Perhaps `only` or `except` was wrong instead.
  private func fix(
    removing build: String, of component: TemplateComponent, in template: PackerTemplate
  ) -> Fix? {
    guard let outer = component.core("override"), outer.value.kind == .map else { return nil }
    let entry = outer.value.entries.count == 1 ? outer : outer.value.entries.named(build)
    return entry.flatMap { template.removal(of: $0) }.map { Fix(.unsafe, edits: $0) }
  }
}
