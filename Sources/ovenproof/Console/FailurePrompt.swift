import Baking
import Glibc

/// Asks on the terminal what to do about a failed step (`-on-error=ask`).
struct FailurePrompt: Sendable {
  let console: Console

  /// The user's choice; clean-up where nobody can be asked.
  func ask(_ build: String, _ step: StepResult) async -> BakeOptions.OnError {
    guard isatty(STDIN_FILENO) == 1 else { return .cleanup }
    console.say("\(build): `\(step.title)` failed. [c]lean up, [a]bort and keep the state as an image? [c]")
    let answer = readLine() ?? ""
    return answer.hasPrefix("a") ? .abort : .cleanup
  }
}
