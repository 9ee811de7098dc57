package import Source

/// A place of a component file that cannot be read.
package struct CatalogFault: Sendable, Hashable {
  /// One sentence, lower-case, without a stop.
  package let message: String
  package let location: Location

  init(_ message: String, at location: Location) {
    self.message = message
    self.location = location
  }
}
