/// What is wrong with the text of an image reference.
package struct ImageReferenceFault: Error, Hashable, Sendable {
  /// One clause, lower-case, no final stop.
  package let message: String

  init(_ message: String) { self.message = message }
}
