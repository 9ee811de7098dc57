package import Source

/// A place of a component file that cannot be read.
package struct CatalogFault: Sendable, Hashable {
  /// One sentence, lower-case, without a stop.
  package let message: String
  package let location: Location
  /// The names that may have been meant, best first.
  package let nearest: [String]

  init(_ message: String, at location: Location, nearest: [String] = []) {
    self.message = message
    self.location = location
    self.nearest = nearest
  }
}
