/// A failure of the world outside: what was tried, on what, and why it failed.
package struct HostError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Reason: Sendable, Hashable {
    case absent
    case notPermitted
    case isDirectory
    case notDirectory
    case alreadyThere
    case noSpace
    case timedOut
    /// A program neither read nor wrote anything for too long.
    case stalled
    case cancelled
    /// Symbolic links that lead to each other.
    case linkLoop
    /// Anything else, in the system's own words.
    case other(String)
  }

  /// A verb with its object: "read `machine.json`".
  package let attempt: String
  package let reason: Reason

  package init(_ attempt: String, _ reason: Reason) {
    self.attempt = attempt
    self.reason = reason
  }

  package var description: String { "cannot \(attempt): \(reason.words)" }
}

extension HostError.Reason {
  /// The reason as a clause for people.
  package var words: String {
    switch self {
    case .absent: "no such file or directory"
    case .notPermitted: "permission denied"
    case .isDirectory: "it is a directory"
    case .notDirectory: "it is not a directory"
    case .alreadyThere: "it exists already"
    case .noSpace: "no space is left on the device"
    case .timedOut: "it took too long"
    case .stalled: "it made no progress for too long"
    case .cancelled: "interrupted"
    case .linkLoop: "its symbolic links lead in a circle"
    case .other(let words): words
    }
  }

  /// What to do about it, where that is always the same.
  package var help: String? {
    self == .noSpace
      ? "free some space on that disk, or write to another; `OVENPROOF_HOME=FOLDER` moves what Ovenproof itself keeps"
      : nil
  }
}
