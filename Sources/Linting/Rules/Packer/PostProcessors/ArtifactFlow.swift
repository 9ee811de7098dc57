import Lint
import Packer
import Source

/// What each post-processor of a chain is given, as far as the catalog tells.
struct ArtifactFlow {
  /// An artifact by the component that makes it; nil where it cannot be told.
  struct Artifact: Hashable {
    let maker: String
    let hasNoFiles: Bool
    /// Whether the builder itself made it.
    var isBuilders = true
  }

  /// A post-processor with its input.
  struct Link {
    let component: ConfiguredComponent
    let facts: ArtifactFacts
    /// The chain, from 0.
    let chain: Int
    let input: Artifact?

    /// Whether it surely refuses its input.
    var isRefused: Bool {
      guard let input, let accepted = facts.accepted else { return false }
      return !accepted.contains(input.maker)
    }
  }

  /// The links of a build, chain by chain; a chain ends where an input is refused.
  let chains: [[Link]]

  init(of build: Build, catalog: ComponentCatalog) {
    let start = Self.artifact(of: build.builder, catalog)
    chains = build.postProcessors.enumerated().map { number, chain in
      var input = start
      var links: [Link] = []
      for component in chain {
        let known = catalog[.postProcessor, component.type.value]
        let facts = known?.artifact ?? ArtifactFacts()
        let link = Link(component: component, facts: facts, chain: number, input: input)
        links.append(link)
        if link.isRefused { break }
        if known == nil || known?.availability == .ours {
          input = nil
        } else if !facts.passesInputOn {
          input = Artifact(maker: component.type.value, hasNoFiles: facts.hasNoFiles, isBuilders: false)
        }
      }
      return links
    }
  }

  /// What a builder makes; an image that docker commits counts as imported.
  private static func artifact(of builder: ConfiguredComponent, _ catalog: ComponentCatalog) -> Artifact? {
    guard let facts = catalog[.builder, builder.type.value], facts.availability != .ours else { return nil }
    guard facts.name == "docker" else {
      return Artifact(maker: facts.name, hasNoFiles: facts.artifact.hasNoFiles)
    }
    switch builder.options.flag("commit") {
    case true?: return Artifact(maker: "docker-import", hasNoFiles: true)
    case nil where builder.options["commit"] != nil: return nil
    default:
      if let path = builder.options["export_path"] {
        return path.text.value == nil ? nil : Artifact(maker: "docker", hasNoFiles: false)
      }
      return builder.options.flag("discard") == true ? Artifact(maker: "docker", hasNoFiles: true) : nil
    }
  }
}

extension LintedTemplate {
  /// Every post-processor of every build with what it is given; of builds that share one, the first is taken.
  func links(where fits: (ArtifactFlow.Link, Build) -> Bool) -> [(link: ArtifactFlow.Link, build: Build)] {
    var known: Set<LinkKey> = []
    var found: [(link: ArtifactFlow.Link, build: Build)] = []
    for build in evaluation.builds {
      for link in ArtifactFlow(of: build, catalog: catalog).chains.joined() where fits(link, build) {
        guard known.insert(LinkKey(link)).inserted else { continue }
        found.append((link, build))
      }
    }
    return found
  }
}

/// Where a post-processor stands, and what it gets.
private struct LinkKey: Hashable {
  let start: Int
  let input: ArtifactFlow.Artifact?

  init(_ link: ArtifactFlow.Link) {
    start = link.component.type.location.range.start
    input = link.input
  }
}
