package import Diagnostics
package import Lint
package import Project
import RubySyntax
import Source

/// Reports names of platforms and families that Ohai never gives, so that the branch never runs.
package struct UnknownPlatform: ProjectRule {
  package static let id: RuleID = "chef/unknown-platform"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) {
      for use in PlatformUse.all(in: file) {
        guard let name = file.tree.constantText(of: use.node), let fault = fault(of: name, use.asks) else {
          continue
        }
        let location = file.tree.location(of: use.node)
        let isString = if case .string = file.tree.shape(of: use.node) { true } else { false }
        findings.add(
          fault.message, at: location, help: fault.right.map { "did you mean `\($0)`?" },
          fix: isString
            ? fault.right.map { Fix(.unsafe, edits: [.init(replacing: location, with: "'\($0)'")]) } : nil,
          chain: run.chain(to: file))
      }
    }
  }

  private func fault(of name: String, _ asks: PlatformUse.Question) -> (message: String, right: String?)? {
    switch asks {
    case .platform:
      guard Platforms.families[name] == nil, name != "default" else { return nil }
      if Platforms.familyNames.contains(name) {
        return ("`\(name)` is a family of platforms, and no platform", Platforms.otherNames[name])
      }
      let near =
        Platforms.otherNames[name.lowercased()]
        ?? Suggestion.nearest(to: name, among: Platforms.families.keys.sorted())
      return near.map { ("no platform is called `\(name)`", $0) }
    case .family:
      guard !Platforms.familyNames.contains(name), name != "default" else { return nil }
      if let family = Platforms.families[name] {
        return ("`\(name)` is a platform of the family `\(family)`, and no family", family)
      }
      let platform = Platforms.otherNames[name.lowercased()]
      let near =
        platform.flatMap { Platforms.families[$0] }
        ?? Suggestion.nearest(to: name, among: Platforms.familyNames.sorted())
      return near.map { ("no family of platforms is called `\(name)`", $0) }
    }
  }
}

/// A text that is compared with the platform, or with its family.
private struct PlatformUse {
  enum Question { case platform, family }

  let node: RubyNode
  let asks: Question

  static func all(in file: ProjectRubyFile) -> [PlatformUse] {
    helpers(in: file) + comparisons(in: file) + choices(in: file)
  }

  /// `platform?('x')`, `value_for_platform('x' => …)`.
  private static func helpers(in file: ProjectRubyFile) -> [PlatformUse] {
    let methods: [(String, Question)] = [
      ("platform?", .platform), ("platform_family?", .family), ("value_for_platform", .platform),
      ("value_for_platform_family", .family),
    ]
    var uses: [PlatformUse] = []
    for (method, asks) in methods {
      for place in file.outline.places(of: method) {
        for argument in file.outline.arguments(at: place) {
          uses += texts(in: argument, file.tree).map { PlatformUse(node: $0, asks: asks) }
        }
      }
    }
    return uses
  }

  /// `node['platform'] == 'x'`.
  private static func comparisons(in file: ProjectRubyFile) -> [PlatformUse] {
    ["==", "!="].flatMap { file.outline.places(of: $0) }.compactMap { place in
      guard let left = file.outline.call(at: place)?.receiver, let asks = question(left, file),
        let right = file.outline.arguments(at: place).first, file.tree.constantText(of: right) != nil
      else { return nil }
      return PlatformUse(node: right, asks: asks)
    }
  }

  /// `case node['platform']`, found by the read of the attribute.
  private static func choices(in file: ProjectRubyFile) -> [PlatformUse] {
    file.outline.choices.flatMap { choice -> [PlatformUse] in
      guard let subject = choice.subject, let asks = question(subject, file) else { return [] }
      return file.tree.nodes(in: choice.arms).flatMap { arm -> [PlatformUse] in
        guard case .arm(let values, _) = file.tree.shape(of: arm) else { return [] }
        return file.tree.nodes(in: values).flatMap { texts(in: $0, file.tree) }
          .map { PlatformUse(node: $0, asks: asks) }
      }
    }
  }

  private static func question(_ value: RubyNode, _ file: ProjectRubyFile) -> Question? {
    if file.isAttribute("platform", value) { return .platform }
    return file.isAttribute("platform_family", value) ? .family : nil
  }

  /// The texts of an argument: itself, the items of a list, the keys of a hash.
  private static func texts(in node: RubyNode, _ tree: RubyTree) -> [RubyNode] {
    switch tree.shape(of: node) {
    case .string, .symbol: [node]
    case .array(let list), .hash(let list), .keywords(let list):
      tree.nodes(in: list).flatMap { texts(in: $0, tree) }
    case .pair(let key, _): texts(in: key, tree)
    case .splat(let inner): inner.map { texts(in: $0, tree) } ?? []
    default: []
    }
  }
}
