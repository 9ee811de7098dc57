import Baking
import Plan

/// Shows a bake as it goes on standard error: a line per step, and what steps print, prefixed by the build's name.
actor BakeConsole {
  private let console: Console
  private let isQuiet: Bool
  private var stepCounts: [String: Int] = [:]

  init(_ console: Console, quiet: Bool) {
    self.console = console
    isQuiet = quiet
  }

  func show(_ event: BakeEvent) {
    switch event {
    case .buildStarted(let build, let count): stepCounts[build] = count
    case .stepStarted(let build, let step, let index):
      guard !isQuiet else { return }
      let number = index > 0 ? "\(index)/\(stepCounts[build] ?? 0) " : ""
      say(build, console.styled("\(number)\(step.title)", .bold))
    case .line(let build, let text): if !isQuiet { say(build, console.styled("| ", .dim) + text) }
    case .note(let build, let text): if !isQuiet { say(build, text) }
    case .stepEnded(let build, let result): end(build, result)
    case .buildEnded(let result): end(result)
    }
  }

  private func end(_ build: String, _ result: StepResult) {
    switch result.verdict {
    case .failed:
      say(build, console.styled("failed: ", .red) + (result.message ?? result.title))
    case .blocked:
      say(build, console.styled("blocked: ", .yellow) + "\(result.title): \(result.message ?? "")")
    case .skipped: if !isQuiet { say(build, "skipped: \(result.title): \(result.message ?? "")") }
    case .cached: if !isQuiet { say(build, console.styled("cached", .dim)) }
    case .done:
      if !isQuiet { say(build, console.styled("done in \(result.duration.elapsed)", .dim)) }
    case .notRun: break
    }
  }

  private func end(_ result: BuildResult) {
    guard !isQuiet else { return }
    let words =
      switch result.verdict {
      case .done, .cached: console.styled("finished", .green)
      case .failed, .blocked: console.styled(result.verdict.rawValue, .red)
      case .skipped, .notRun: console.styled("not run", .yellow)
      }
    say(result.name, "\(words) after \(result.duration.elapsed)")
  }

  private func say(_ build: String, _ text: String) {
    console.say("\(console.styled(build + ":", .cyan)) \(text)")
  }
}

extension Double {
  /// Seconds for people: `0.02 s`, `1.5 s`, `2 min 5 s`.
  var elapsed: String {
    if self < 1 { return "\((self * 100).rounded() / 100) s" }
    if self < 60 { return "\((self * 10).rounded() / 10) s" }
    let whole = Int(self.rounded())
    return "\(whole / 60) min \(whole % 60) s"
  }
}
