import Chef
package import Image
package import Plan
package import Source

extension LayerOrigin {
  /// What the steps of a build say that they make; the sources tell lines.
  package init(of plan: BuildPlan, in template: FileID, _ sources: SourceSet) {
    let mask = SecretMask(plan.secrets)
    let steps = plan.steps.filter { $0.kind == .provision }.map { step in
      let mentions = step.effects.compactMap { Mention($0) } + step.mentionsOfResources(sources)
      return Step(
        id: step.id, words: "\(step.type), \(sources.words(for: step.origin))",
        mentions: mentions.map { $0.masked(by: mask) })
    }
    self.init(template: template.path, build: plan.name, steps: steps)
  }
}

extension LayerOrigin.Mention {
  /// What an effect does to a path or a package of the image; nil for anything else.
  fileprivate init?(_ effect: Step.Effect) {
    let verb: (sure: String, maybe: String)
    switch (effect.kind, effect.isPath) {
    case (.creates, true): verb = ("makes", "may make")
    case (.changes, true): verb = ("changes", "may change")
    case (.removes, true): verb = ("removes", "may remove")
    case (.uploads, true): verb = ("uploads", "may upload")
    case (.installs, false): verb = ("installs", "may install")
    default: return nil
    }
    let words = effect.certainty == .sure ? verb.sure : verb.maybe
    guard effect.isPath else {
      self.init(.package, effect.subject, words)
      return
    }
    let path = effect.subject.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    self.init(effect.kind == .uploads ? .tree : .path, "/" + path, words)
  }

  fileprivate func masked(by mask: SecretMask) -> LayerOrigin.Mention {
    LayerOrigin.Mention(subject, mask.masking(name), verb, by: source.map(mask.masking))
  }
}

extension Step {
  /// What the resources of a run list say that they make, with the lines that declare them.
  fileprivate func mentionsOfResources(_ sources: SourceSet) -> [LayerOrigin.Mention] {
    (compilation?.resources ?? []).compactMap { resource in
      let place = resource.location.map { ", \(sources.words(for: $0))" } ?? ""
      let source = "\(resource.type)[\(resource.shownName)]\(place)"
      if resource.isFile {
        let removes = resource.actions == ["delete"]
        return resource.path.map { .init(.path, $0, removes ? "removes" : "makes", by: source) }
      }
      let removes = resource.actions == ["remove"] || resource.actions == ["purge"]
      guard resource.kind.hasSuffix("package"),
        case .text(let name) = resource.property("package_name") ?? resource.name
      else { return nil }
      return .init(.package, name, removes ? "removes" : "installs", by: source)
    }
  }
}
