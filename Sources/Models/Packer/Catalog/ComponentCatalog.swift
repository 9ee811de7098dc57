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

  /// What is known of a type that no file describes; nil for nothing.
  package func stranger(_ kind: ConfiguredComponent.Kind, _ name: String) -> Stranger? {
    strangers[Key(kind: kind, name: name)]
  }

  /// The names of a kind, sorted.
  package func names(of kind: ConfiguredComponent.Kind) -> [String] { allNames[kind] ?? [] }
}
