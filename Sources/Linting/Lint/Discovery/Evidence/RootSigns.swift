import Diagnostics
import Packer
import Source

/// What the root of a document says about its being a template.
struct RootSigns {
  private let types: ComponentTypes
  /// The entry `builders`, or one that is nearly called so.
  private let builders: TemplateEntry?
  private let steps: [(value: TemplateValue, kind: ConfiguredComponent.Kind)]
  /// How many keys are a template's.
  private let ownCount: Int
  /// The keys that no template has, nor nearly so.
  private let foreign: [String]
  private let isMisspelt: Bool

  private static let parts = [
    "builders", "post-processors", "provisioners", "sensitive-variables", "variables",
  ]
  /// Keys of Chef's objects: their other keys are whatever a cookbook wants.
  private static let chefKeys: Set = ["chef_type", "id", "json_class", "run_list"]

  init(_ entries: [TemplateEntry], _ types: ComponentTypes) {
    self.types = types
    let others = entries.filter {
      !PackerTemplate.rootKeys.contains($0.word.lowercased()) && !Self.isComment($0.word)
    }
    let exact = entries.named("builders")
    let near = others.first { Suggestion.nearest(to: $0.word, among: ["builders"]) != nil }
    builders = exact ?? near
    isMisspelt = exact == nil && near != nil
    foreign = others.map(\.word).filter { Suggestion.nearest(to: $0, among: Self.parts) == nil }
    ownCount = entries.count(where: { !Self.isComment($0.word) }) - foreign.count
    let kinds: [(String, ConfiguredComponent.Kind)] = [
      ("provisioners", .provisioner), ("post-processors", .postProcessor),
    ]
    steps = kinds.flatMap { key, kind in Self.items(entries.named(key)?.value).map { ($0, kind) } }
  }

  /// A key under which people write remarks, or name a schema.
  private static func isComment(_ key: String) -> Bool {
    key.utf8.first.map { "_/#$".utf8.contains($0) } ?? false
  }

  /// The items of a list and of the lists in it; a map in the place of a list counts as its only item.
  private static func items(_ value: TemplateValue?) -> [TemplateValue] {
    guard let value else { return [] }
    switch value.kind {
    case .map: return [value]
    case .list: return value.items.flatMap { $0.kind == .list ? $0.items : [$0] }
    default: return []
    }
  }

  private static func type(of item: TemplateValue) -> String? {
    item.entries.named("type")?.value.text?.string
  }

  var evidence: TemplateEvidence {
    if foreign.contains(where: Self.chefKeys.contains) { return .none }
    let items = Self.items(builders?.value)
    let hasBuilder = items.contains { Self.type(of: $0).map { types.contains($0, .builder) } ?? false }
    let hasStep = steps.contains { step in
      Self.type(of: step.value).map { types.contains($0, step.kind) }
        ?? (step.value.text.map { types.contains($0.string, step.kind) } ?? false)
    }
    if foreign.isEmpty { return evidence(hasBuilder, hasStep, items) }
    guard hasBuilder else { return .none }
    return hasStep || ownCount > foreign.count
      ? .strong : .doubtful("`\(foreign[0])` beside its `builders` is no key of a template")
  }

  /// The evidence where every key is a template's.
  private func evidence(_ hasBuilder: Bool, _ hasStep: Bool, _ items: [TemplateValue]) -> TemplateEvidence {
    // Another tool may call a key so by itself.
    if isMisspelt { return (hasBuilder || hasStep) && ownCount > 1 ? .strong : .none }
    guard let builders else { return hasStep && ownCount > 1 ? .strong : .none }
    if hasBuilder || items.contains(where: isLikely) { return .strong }
    let isList = builders.value.kind == .list || builders.value.isNothing
    if hasStep { return isList ? .strong : .doubtful("its `builders` are no list") }
    guard isList, ownCount > 1 else { return .none }
    if items.isEmpty { return .doubtful("it has no builder") }
    return items.contains { Self.type(of: $0) != nil }
      ? .doubtful("none of its `builders` is of a known type") : .none
  }

  /// Whether a builder of an unknown type has a type that is nearly a known one, or options that only Packer has.
  private func isLikely(_ item: TemplateValue) -> Bool {
    guard let type = Self.type(of: item) else { return false }
    return types.isNear(type, .builder)
      || item.entries.contains { entry in
        entry.word == "communicator" || entry.word.hasPrefix("ssh_") || entry.word.hasPrefix("winrm_")
      }
  }
}
