import Chef
import Diagnostics

/// How a removed feature is reported where it is used.
struct RemovedUse {
  let severity: Severity
  /// What follows the name in the message.
  let words: String
  let help: String

  init(_ feature: RemovedFeature, severity: Severity, words: String) {
    self.severity = severity
    self.words = words
    help = "use \(feature.instead)"
  }
}
