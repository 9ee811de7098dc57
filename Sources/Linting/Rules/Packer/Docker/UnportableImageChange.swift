package import Diagnostics
import Image
package import Lint
import Packer
import Source

/// Reports instructions of a commit that only newer releases of docker take.
package struct UnportableImageChange: TemplateRule {
  package static let id: RuleID = "packer/unportable-image-change"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.evaluation.builds.flatMap(\.components)
    where ["docker", "docker-import"].contains(component.type.value) {
      for value in component.options.values("changes") {
        guard let text = value.text.value?.value.filled({ _ in "x" }),
          case .success(let changes) = ConfigurationChange.parse(text),
          changes.contains(where: { if case .stopSignal = $0 { true } else { false } })
        else { continue }
        findings.add(
          "docker before release 23 refuses `STOPSIGNAL` here", at: value.location,
          help:
            "give the signal where containers are started: `docker run --stop-signal`, `stop_signal` of compose"
        )
      }
    }
  }
}
