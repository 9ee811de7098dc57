package import Diagnostics
package import Lint
import Packer
import Source

/// Reports docker-push of a committed image that nothing has named in its chain.
package struct PushWithoutTag: TemplateRule {
  package static let id: RuleID = "packer/push-without-tag"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    let pushes = template.links { link, _ in
      link.component.type.value == "docker-push" && link.input?.maker == "docker-import"
        && link.input?.isBuilders == true
    }
    for (link, build) in pushes {
      let others = build.postProcessors.enumerated().filter { $0.offset != link.chain }
      let tag = others.compactMap { $0.element.first { $0.type.value == "docker-tag" } }.first
      findings.add(
        "`docker-push` gets an image without a name", at: link.component.type.location,
        help: tag == nil
          ? "put `docker-tag` before it, in the same chain: [[docker-tag, docker-push]]"
          : "put both into one inner list, [[docker-tag, docker-push]]: each entry of the outer list starts anew",
        labels: tag.map { [Label("this `docker-tag` names it in a chain of its own", at: $0.type.location)] }
          ?? [])
    }
  }
}
