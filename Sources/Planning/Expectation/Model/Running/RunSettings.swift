package import Matching
package import Observation

/// How an image is started whose running program is judged; what is not said is the image's own.
package struct RunSettings: Sendable {
  package enum Network: String, Sendable, CaseIterable {
    /// An interface that leads back to the container, and no other.
    case loopback
    /// The machine's own.
    case host
  }

  /// When the program counts as ready.
  package enum Sign: Sendable {
    case port(PortName)
    /// It answers with a status below 400.
    case page(PageRequest)
    /// A line of its logs fits.
    case log(LinePattern)
    /// A command in the container ends with 0.
    case command(CommandCall)
  }

  package var entrypoint: [String]?
  package var command: [String]?
  package var environment: [String: String] = [:]
  package var user: String?
  package var network = Network.loopback
  /// All of them are waited for.
  package var signs: [Sign] = []
  /// Seconds within which it must be ready.
  package var patience = 30.0
  /// Nil for the image's own, which is TERM unless it says otherwise.
  package var stopSignal: String?
  /// Seconds within which it must end by that signal.
  package var stopPatience = 10.0

  package init() {}
}
