package import Source

/// An environment as its file gives it.
package struct ChefEnvironment: Sendable, Hashable {
  /// A constraint on the version of a cookbook.
  package struct Pin: Sendable, Hashable {
    package let cookbook: Located<String>
    package let constraint: VersionConstraint
    /// The place of the constraint.
    package let location: Location
  }

  /// The name of its file, by which it is found.
  package let name: String
  package let path: String
  package var innerName: Located<String>?
  package var pins: [Pin] = []
  package var defaultAttributes: PlainValue?
  package var overrideAttributes: PlainValue?

  init(name: String, path: String) {
    self.name = name
    self.path = path
  }
}
