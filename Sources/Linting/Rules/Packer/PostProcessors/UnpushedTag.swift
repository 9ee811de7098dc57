package import Diagnostics
package import Lint
import Packer
import Source

/// Reports docker-tag whose names no docker-push behind it sees, since another docker-tag stands between.
package struct UnpushedTag: TemplateRule {
  package static let id: RuleID = "packer/unpushed-tag"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    var known: Set<Int> = []
    for chain in template.evaluation.builds.flatMap(\.postProcessors) {
      var tag: ConfiguredComponent?
      var hidden: [ConfiguredComponent] = []
      for component in chain {
        switch component.type.value {
        case "docker-tag":
          if let tag { hidden.append(tag) }
          tag = component
        case "docker-push":
          for lost in hidden where known.insert(lost.location.range.start).inserted {
            findings.add(
              "the names that this `docker-tag` gives are not pushed", at: lost.type.location,
              help: "give each its own inner list: [[docker-tag, docker-push], [docker-tag, docker-push]]",
              labels: [
                Label(
                  "`docker-push` pushes only what the last `docker-tag` named", at: component.type.location)
              ])
          }
          hidden = []
        default: break
        }
      }
    }
  }
}
