package import Diagnostics
package import Lint
import Packer
import Source

/// Reports docker-push in a chain that has given the image no name before.
package struct PushWithoutTag: TemplateRule {
  package static let id: RuleID = "packer/push-without-tag"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for build in template.evaluation.builds where build.builder.type.value == "docker" {
      for chain in build.postProcessors {
        let naming =
          chain.firstIndex { ["docker-tag", "docker-import"].contains($0.type.value) } ?? chain.endIndex
        for push in chain.prefix(upTo: naming) where push.type.value == "docker-push" {
          findings.add(
            "`docker-push` gets an image without a name", at: push.type.location,
            help: "put `docker-tag` before it, in the same chain: [[docker-tag, docker-push]]")
        }
      }
    }
  }
}
