/// Why an image could not be found, read or written.
package struct ImageError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    /// No image of that name where it was looked for.
    case notFound
    /// The bytes break the format or a digest; hostile entries included.
    case malformed
    /// A registry or a tool refused or could not be reached.
    case refused
    /// A container goes on from it, or a build works on it.
    case inUse
    /// The disk is full.
    case noSpace
    /// The machine: a disk, a permission, a missing program.
    case machine
  }

  package let kind: Kind
  /// One sentence, lower-case, no final stop.
  package let message: String

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  package var description: String { message }

  /// Throws where the task that runs was cancelled, so that long work ends soon.
  static func checkCancellation() throws(ImageError) {
    if Task.isCancelled { throw ImageError(.machine, "interrupted") }
  }
}
