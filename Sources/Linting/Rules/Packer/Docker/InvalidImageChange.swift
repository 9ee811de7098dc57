package import Diagnostics
import Image
package import Lint
import Packer
import Source

/// Reports instructions that a commit or an import of an image refuses.
package struct InvalidImageChange: TemplateRule {
  package static let id: RuleID = "packer/invalid-image-change"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.evaluation.builds.flatMap(\.components)
    where ["docker", "docker-import"].contains(component.type.value) {
      for value in component.options.values("changes") {
        // A hole inside it may hold anything, but no other instruction.
        guard let text = value.text.value?.value.filled({ _ in "x" }) else { continue }
        if case .failure(let fault) = ConfigurationChange.parse(text) {
          findings.add(fault.message, at: value.location, help: fault.help ?? "write it as in a Dockerfile")
        }
      }
    }
  }
}
