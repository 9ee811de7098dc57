/// Why an engine could not do something.
package struct EngineError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: String, Sendable, Hashable {
    /// The engine cannot work on this machine: a missing program, a refused permission.
    case unavailable
    case imageNotFound
    /// A registry refused or could not be reached.
    case registry
    case noSpace
    /// The request itself is wrong: an unknown user, a bad change instruction.
    case invalid
    /// The image's own program could not be started.
    case notStarted
    /// The container itself has ended.
    case ended
    /// A deadline has passed.
    case timedOut
    /// The task was cancelled.
    case cancelled
    case failed
  }

  package let kind: Kind
  /// One sentence, lower-case, no final stop.
  package let message: String
  /// What to do about it.
  package let help: String?

  package init(_ kind: Kind, _ message: String, help: String? = nil) {
    self.kind = kind
    self.message = message
    self.help = help
  }

  package var description: String { message }
}
