import Diagnostics

/// A build for a terminal: one line and what it made when all is well, else the steps that are not.
struct BuildText {
  private let build: BuildRecord
  private let run: RunRecord.Run
  private let palette: Palette

  init(_ build: BuildRecord, _ run: RunRecord.Run, _ palette: Palette) {
    self.build = build
    self.run = run
    self.palette = palette
  }

  var lines: [String] {
    [head] + build.artifacts.map { "  " + VisibleText.line($0) } + build.steps.flatMap { lines(of: $0) }
      + notRun
  }

  private var head: String {
    let template = build.template.map { " (\($0))" } ?? ""
    let time = run.time(of: build.durationName).map { " in \($0.words)" } ?? ""
    let verdict = palette.paint(build.verdict.words, build.verdict.tone)
    return palette.paint(VisibleText.line("build \(build.name)\(template)"), .strong) + ": \(verdict)\(time)"
  }

  private func lines(of step: StepRecord) -> [String] {
    switch step.verdict {
    case .done, .cached, .notRun: return []
    case .skipped, .blocked: return ["  " + headline(of: step)]
    case .failed:
      let drawing = SnippetDrawing(palette, largestLine: step.origin.start.line)
      let source = SnippetLine.lines(of: step.origin, .error).flatMap(drawing.rows)
      let tail = step.tail.flatMap { VisibleText.lines($0) }.map { palette.paint("|", .faint) + " \($0)" }
      return ["  " + headline(of: step)] + (source + tail).map { "  " + $0 }
    }
  }

  private func headline(of step: StepRecord) -> String {
    let exit = step.exitCode.map { " (exit code \($0))" } ?? ""
    let why = step.message.map { ": \($0)" } ?? exit
    return VisibleText.line(step.origin.words) + ": " + palette.paint(step.verdict.words, step.verdict.tone)
      + ": " + VisibleText.line(step.title + why)
  }

  private var notRun: [String] {
    let steps = build.steps.filter { $0.verdict == .notRun }
    guard let first = steps.first else { return [] }
    let why = first.message.map { ": \($0)" } ?? ""
    return ["  not run: \(steps.count) \(steps.count == 1 ? "step" : "steps")\(VisibleText.line(why))"]
  }
}

extension BuildRecord.Verdict {
  /// The verdict as people read it.
  var words: String { self == .notRun ? "not run" : rawValue }

  var tone: Palette.Tone {
    switch self {
    case .done, .cached: .good
    case .failed, .blocked: .error
    case .skipped, .notRun: .warning
    }
  }
}
