import Baking
import Plan

/// Shows a bake as it goes on standard error: a line per step, and what steps print, prefixed by the build's name.
///
/// Where people watch, a last line that is redrawn tells what runs and for how long; elsewhere, as on CI, nothing moves.
/// All of it also goes to a log per build, whatever is shown.
actor BakeConsole {
  private let console: Console
  private let isQuiet: Bool
  private let log: BakeLog?
  private var stepCounts: [String: Int] = [:]
  /// What runs now, by build.
  private var running: [String: (words: String, since: ContinuousClock.Instant)] = [:]
  private var isStatusShown = false

  init(_ console: Console, quiet: Bool, log: BakeLog? = nil) {
    self.console = console
    isQuiet = quiet
    self.log = log
  }

  /// Does work while the last line is kept up to date, where people watch.
  nonisolated func whileShowing<Value: Sendable>(_ work: @Sendable () async -> Value) async -> Value {
    guard console.isInteractive, !isQuiet else { return await work() }
    return await withTaskGroup(of: Void.self) { group in
      group.addTask {
        while (try? await Task.sleep(for: .milliseconds(500))) != nil { await self.showStatus() }
      }
      let value = await work()
      group.cancelAll()
      await group.waitForAll()
      await self.hideStatus()
      return value
    }
  }

  func show(_ event: BakeEvent) {
    switch event {
    case .buildStarted(let build, let count):
      stepCounts[build] = count
      log?.begin(build)
    case .stepStarted(let build, let step, let index):
      let number = index > 0 ? "\(index)/\(stepCounts[build] ?? 0) " : ""
      running[build] = ("\(number)\(step.title)", .now)
      say(build, "\(number)\(step.title)", .bold)
    case .line(let build, let text): say(build, text, prefix: "| ")
    case .note(let build, let text): say(build, text)
    case .explanation(let build, let text): tell(build, "cache: \(text)", "cache: \(text)")
    case .stepEnded(let build, let result): end(build, result)
    case .buildEnded(let result): end(result)
    }
  }

  private func end(_ build: String, _ result: StepResult) {
    running[build] = nil
    switch result.verdict {
    case .failed:
      let why = result.message ?? result.title
      tell(build, "failed: \(why)", console.styled("failed: ", .red) + why)
    case .blocked:
      let why = "\(result.title): \(result.message ?? "")"
      tell(build, "blocked: \(why)", console.styled("blocked: ", .yellow) + why)
    case .skipped: say(build, "skipped: \(result.title): \(result.message ?? "")")
    case .cached: say(build, "cached", .dim)
    case .done: say(build, "done in \(result.duration.elapsed)", .dim)
    case .notRun: break
    }
  }

  private func end(_ result: BuildResult) {
    let time = " after \(result.duration.elapsed)"
    let (words, style): (String, Console.Style) =
      switch result.verdict {
      case .done, .cached: ("finished", .green)
      case .failed, .blocked: (result.verdict.rawValue, .red)
      case .skipped, .notRun: ("not run", .yellow)
      }
    log?.add(words + time, to: result.name)
    if !isQuiet { write(result.name, console.styled(words, style) + time) }
    guard result.verdict == .failed, let path = log?.path(of: result.name) else { return }
    tell(result.name, "", "all that it said: \(path)")
  }

  /// Says what only matters to who watches.
  private func say(_ build: String, _ text: String, _ style: Console.Style? = nil, prefix: String = "") {
    log?.add(prefix + text, to: build)
    guard !isQuiet else { return }
    write(
      build,
      (prefix.isEmpty ? "" : console.styled(prefix, .dim)) + (style.map { console.styled(text, $0) } ?? text))
  }

  /// Says what is to be read however quiet it is.
  private func tell(_ build: String, _ plain: String, _ styled: String) {
    if !plain.isEmpty { log?.add(plain, to: build) }
    write(build, styled)
  }

  private func write(_ build: String, _ text: String) {
    hideStatus()
    console.say("\(console.styled(build + ":", .cyan)) \(text)")
  }

  private func showStatus() {
    guard !running.isEmpty else { return hideStatus() }
    let parts = running.sorted { $0.key < $1.key }.map { build, step in
      "\(build) \(step.words), \(step.since.duration(to: .now).seconds.elapsedRoundly)"
    }
    console.show(status: parts.joined(separator: " | "))
    isStatusShown = true
  }

  private func hideStatus() {
    guard isStatusShown else { return }
    console.clearStatus()
    isStatusShown = false
  }
}

extension Double {
  /// The same without parts of a second.
  fileprivate var elapsedRoundly: String { Double(Int(self)) < 60 ? "\(Int(self)) s" : elapsed }
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
