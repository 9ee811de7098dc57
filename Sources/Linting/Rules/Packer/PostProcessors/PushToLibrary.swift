package import Diagnostics
package import Lint
import Packer
import Source

/// Reports pushes of a name without a namespace, which is Docker Hub's own.
package struct PushToLibrary: TemplateRule {
  package static let id: RuleID = "packer/push-to-library"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    var known: Set<Int> = []
    for chain in template.evaluation.builds.flatMap(\.postProcessors) {
      guard let push = chain.firstIndex(where: { $0.type.value == "docker-push" }),
        let naming = chain[..<push].last(where: { ["docker-import", "docker-tag"].contains($0.type.value) }),
        let name = naming.options.string("repository"), let option = naming.options["repository"],
        !name.isEmpty, !name.utf8.contains(UInt8(ascii: "/")),
        known.insert(naming.location.range.start).inserted
      else { continue }
      findings.add(
        "`\(name)` is pushed to Docker Hub's own images, `docker.io/library/\(name)`", at: option.location,
        help: "put the registry or your namespace in front: `registry.example.com/\(name)`",
        labels: [Label("it is pushed here", at: chain[push].type.location)])
    }
  }
}
