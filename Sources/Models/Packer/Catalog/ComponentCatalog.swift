/// The components that Packer and its plugins have, as the files under `rules/components` tell.
package struct ComponentCatalog: Sendable {
  private let components: [Key: Component]
  private let allNames: [ConfiguredComponent.Kind: [String]]
  /// What of older releases is written otherwise now.
  package let rewrites: RewriteTable
  private let strangers: [Key: Stranger]

  /// A type that no file describes, and of which something is known.
  package enum Stranger: Sendable, Hashable {
    /// A plugin of other people brings it.
    case plugin(String)
    /// Packer gave it up; what took its place.
    case gone(replacement: String?)
  }

  struct Key: Hashable, Sendable {
    let kind: ConfiguredComponent.Kind
    let name: String
  }

  /// A catalog of the given components; `names` are all that there are, loaded or not.
  init(
    _ components: [Component], names: [ConfiguredComponent.Kind: [String]],
    rewrites: RewriteTable = RewriteTable(), strangers: [Key: Stranger] = [:]
  ) {
    self.rewrites = rewrites
    self.strangers = strangers
    self.components = Dictionary(components.map { (Key(kind: $0.kind, name: $0.name), $0) }) { _, last in last
    }
    allNames = names
  }

  /// The component of a kind and type name; nil where there is none.
  package subscript(kind: ConfiguredComponent.Kind, name: String) -> Component? {
    components[Key(kind: kind, name: name)]
  }

  /// Whether there is, or was, a component of a kind and type.
  package func knows(_ kind: ConfiguredComponent.Kind, _ type: String) -> Bool {
    names(of: kind).contains(type) || stranger(kind, type) != nil
      || rewrites.types.contains { $0.kind == kind && $0.type == type }
  }

  /// The component that a type of older releases is called now; nil for any other type.
  func successor(_ kind: ConfiguredComponent.Kind, _ type: String) -> Component? {
    rewrites.types.first { $0.kind == kind && $0.type == type }.flatMap { self[kind, $0.new] }
  }

  /// What is known of a type that no file describes; nil for nothing.
  package func stranger(_ kind: ConfiguredComponent.Kind, _ name: String) -> Stranger? {
    strangers[Key(kind: kind, name: name)]
  }

  /// The types of a kind that plugins of other people bring, sorted, each with its plugin.
  package func plugins(of kind: ConfiguredComponent.Kind) -> [(type: String, plugin: String)] {
    strangers.compactMap { key, stranger in
      guard key.kind == kind, case .plugin(let plugin) = stranger else { return nil }
      return (key.name, plugin)
    }.sorted { $0.type < $1.type }
  }

  /// The names of a kind, sorted.
  package func names(of kind: ConfiguredComponent.Kind) -> [String] { allNames[kind] ?? [] }
}
