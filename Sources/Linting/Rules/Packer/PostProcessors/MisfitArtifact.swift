package import Diagnostics
package import Lint
import Packer
import Source

/// Reports post-processors that refuse what the step before them makes.
package struct MisfitArtifact: TemplateRule {
  package static let id: RuleID = "packer/misfit-artifact"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for (link, build) in template.links(where: { link, _ in link.isRefused || Self.lacksFile(link) }) {
      let type = link.component.type.value
      guard let input = link.input else { continue }
      if Self.lacksFile(link) {
        findings.add(
          "`\(type)` has no file to import: build `\(build.name)` discards its container",
          at: link.component.type.location, help: "write `export_path` in place of `discard`")
        continue
      }
      findings.add(
        "`\(type)` does not take \(Self.words(input, build))", at: link.component.type.location,
        help: help(link, build, template.catalog))
    }
  }

  /// Whether docker-import gets the empty name that stands for a discarded container.
  private static func lacksFile(_ link: ArtifactFlow.Link) -> Bool {
    link.component.type.value == "docker-import" && link.input?.maker == "docker"
      && link.input?.hasNoFiles == true
  }

  /// An artifact as people call it.
  private static func words(_ input: ArtifactFlow.Artifact, _ build: Build) -> String {
    switch input.maker {
    case "docker" where input.hasNoFiles: "a container that is discarded"
    case "docker": "the exported file of build `\(build.name)`"
    case "docker-import" where input.isBuilders: "the committed image of build `\(build.name)`"
    case build.builder.type.value where input.isBuilders: "what builder `\(input.maker)` makes"
    default: "what `\(input.maker)` makes"
    }
  }

  /// What to do: join chains where that is what was meant, else what the post-processor takes.
  private func help(_ link: ArtifactFlow.Link, _ build: Build, _ catalog: ComponentCatalog) -> String {
    let type = link.component.type.value
    let accepted = link.facts.accepted ?? []
    let flow = ArtifactFlow(of: build, catalog: catalog)
    let giver = flow.chains.enumerated().filter { $0.offset != link.chain }
      .compactMap { $0.element.last { accepted.contains($0.component.type.value) && !$0.isRefused } }.first
    if let giver {
      let name = giver.component.type.value
      return
        "put it behind `\(name)` in one inner list, [[\(name), \(type)]]: each entry of the outer list starts anew"
    }
    if link.input?.maker == "docker-push", accepted.contains("docker-tag") {
      return "put it before `docker-push`"
    }
    if type == "docker-import", link.input?.maker == "docker-import", link.input?.isBuilders == true {
      return "remove it: a committed image is imported already; `docker-tag` names it"
    }
    return "it takes what \(Wording.choice(accepted)) make\(accepted.count == 1 ? "s" : "")"
  }
}
