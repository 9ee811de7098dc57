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
        guard let written = value.text.value?.value, let text = written.filled({ _ in "x" }),
          let fault = Self.fault(in: text, isKnown: written.complete != nil)
        else { continue }
        findings.add(fault.message, at: value.location, help: fault.help ?? "write it as in a Dockerfile")
      }
    }
  }

  /// What is wrong with a change; its values count where all of it is known, variables of the image included.
  private static func fault(in text: String, isKnown: Bool) -> ConfigurationChange.Fault? {
    if case .failure(let fault) = ConfigurationChange.parse(text) { return fault }
    guard isKnown, !text.contains("$") else { return nil }
    var configuration = ImageConfiguration(architecture: Platform.current.architecture)
    do throws(ConfigurationChange.Fault) {
      try ConfigurationChange.apply([text], to: &configuration)
      return nil
    } catch { return error }
  }
}
