/// The lines that hooks, jobs and people write most, with few switches or none: over all that a command could have been given the
/// parser takes as long as a small lint or verification.
enum PlainLine {
  /// The command of such a line; nil for any other, and for one with a fault.
  static func command(_ words: [String]) -> (any OvenproofVerb)? {
    switch words.first {
    case "lint": LintCommand.plain(words.dropFirst())
    case "build": BuildCommand.plain(words.dropFirst())
    case "verify": VerifyCommand.plain(words.dropFirst())
    default: nil
    }
  }
}
