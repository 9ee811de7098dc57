import Baking

/// Asks on the terminal: what to do about a failed step (`-on-error=ask`), when to go on (`-debug`, breakpoints).
struct TerminalPrompt: Sendable {
  let console: Console

  /// The user's choice; clean-up where nobody can be asked.
  func choice(_ build: String, _ step: StepResult) async -> FailureChoice {
    guard TerminalInput.isThere else { return .cleanUp }
    while true {
      console.say(
        "\(build): `\(step.title)` failed. [c]lean up, [a]bort and keep the state as an image, or [r]etry the step? [c]"
      )
      guard let answer = await TerminalInput.line() else { return .cleanUp }
      switch answer.first {
      case nil, "c", "C": return .cleanUp
      case "a", "A": return .abort
      case "r", "R": return .retry
      default: continue
      }
    }
  }

  /// Says why a build waits, and waits for the Enter key.
  func waitForKey(_ build: String, _ words: String) async {
    guard TerminalInput.isThere else { return }
    console.say("\(build): \(words). Press Enter to go on.")
    _ = await TerminalInput.line()
  }
}
