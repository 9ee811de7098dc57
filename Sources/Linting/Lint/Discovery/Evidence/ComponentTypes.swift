import Diagnostics
import Packer

/// The types of components that are known: Packer's own, those of plugins, those of older releases, and the user's.
struct ComponentTypes: Sendable {
  private let catalog: ComponentCatalog
  /// The types that the user's own component files describe.
  private let own: Set<String>

  /// A shorter name is near to many words that mean something else.
  private static let tellingLength = 5

  init(_ catalog: ComponentCatalog, own: Set<String> = []) {
    self.catalog = catalog
    self.own = own
  }

  /// The types that come with the product; they are read once.
  static let embedded = ComponentTypes(ComponentCatalog.load(.embedded, for: []).catalog)

  /// These types and those of a user's own component files.
  func with(_ own: Set<String>) -> ComponentTypes { ComponentTypes(catalog, own: self.own.union(own)) }

  /// Whether there is, or was, a component of a kind and type.
  func contains(_ type: String, _ kind: ConfiguredComponent.Kind) -> Bool {
    catalog.knows(kind, type) || own.contains(type)
  }

  /// Whether a type was probably meant to be one that there is.
  func isNear(_ type: String, _ kind: ConfiguredComponent.Kind) -> Bool {
    type.utf8.count >= Self.tellingLength
      && Suggestion.nearest(to: type, among: catalog.names(of: kind)) != nil
  }
}
