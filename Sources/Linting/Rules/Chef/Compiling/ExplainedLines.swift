import Diagnostics
import Lint
import Project
import Source

/// The lines where a rule that needs no evaluation has found what breaks the run, and says it better than the exception.
struct ExplainedLines {
  private struct Line: Hashable {
    let file: FileID
    let number: Int
  }

  private static let rules: [any ProjectRule] = [
    EarlyRead(), ForcedExit(), GuardWithoutBlock(), InvalidNotification(), MissingComma(), RemovedConstant(),
    RemovedMethod(), RemovedProperty(), RemovedResource(), WrongFileMode(),
  ]

  private let sources: SourceSet
  private var lines: Set<Line> = []

  init(in project: Project) {
    sources = project.sources
    for rule in Self.rules {
      var findings = Findings(of: type(of: rule).id)
      rule.check(project, &findings)
      for finding in findings.diagnostics where finding.severity == .error {
        if let line = line(of: finding.primary) { lines.insert(line) }
      }
    }
  }

  func contains(_ location: Location) -> Bool { line(of: location).map(lines.contains) ?? false }

  private func line(of location: Location) -> Line? {
    sources[location.file].map {
      Line(file: location.file, number: $0.lines.line(at: location.range.start))
    }
  }
}
