/// An image in an engine's store.
package struct EngineImage: Sendable, Hashable {
  /// `sha256:…` of its configuration (docker) or manifest (native store): what the engine calls it.
  package let id: String
  /// The name under which it was found or tagged, for people.
  package let name: String?

  package init(id: String, name: String?) {
    self.id = id
    self.name = name
  }
}
