package import Diagnostics
package import Lint
import Packer
import Source

/// Reports docker-tag that names no repository.
package struct TagWithoutRepository: TemplateRule {
  package static let id: RuleID = "packer/tag-without-repository"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    var known: Set<Int> = []
    for component in template.evaluation.builds.flatMap({ $0.postProcessors.joined() }) {
      guard component.type.value == "docker-tag" else { continue }
      let repository = component.options["repository"]
      // A name that only the run knows is none of ours.
      if case .unknown? = repository?.text { continue }
      guard repository == nil || component.options.string("repository") == "" else { continue }
      guard known.insert(component.location.range.start).inserted else { continue }
      findings.add(
        "`docker-tag` has no `repository`", at: repository?.location ?? component.type.location,
        help: "add the image's name without a tag: `\"repository\": \"registry.example.com/greeter\"`")
    }
  }
}
