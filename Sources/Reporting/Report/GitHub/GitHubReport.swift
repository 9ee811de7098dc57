import Diagnostics
import Expectation

/// The report as workflow commands, which GitHub shows beside the lines of a change.
///
/// GitHub shows ten of a kind; the worst come first, the others follow as plain lines of the log.
struct GitHubReport {
  private static let mostOfAKind = 10

  private let record: RunRecord

  init(_ record: RunRecord) { self.record = record }

  var bytes: [UInt8] {
    var shown: [GitHubAnnotation.Kind: Int] = [:]
    var lines: [String] = []
    var rest: [String] = []
    for annotation in annotations {
      shown[annotation.kind, default: 0] += 1
      if shown[annotation.kind, default: 0] <= Self.mostOfAKind {
        lines.append(annotation.command)
      } else {
        rest.append(annotation.line)
      }
    }
    if !rest.isEmpty { lines += ["", "Further, not shown as annotations:"] + rest }
    lines.append(VisibleText.logLine(Summary(record).sentence))
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// Errors first, then warnings, then notices; each kind in the order of the record.
  private var annotations: [GitHubAnnotation] {
    let all =
      record.findings.map(GitHubAnnotation.init(_:))
      + record.builds.flatMap { build in
        build.steps.filter { $0.verdict == .failed }.map { GitHubAnnotation($0, of: build) }
      }
      + record.assertions.filter { !$0.verdict.isGreen }.map(GitHubAnnotation.init(_:))
    return GitHubAnnotation.Kind.allCases.flatMap { kind in all.filter { $0.kind == kind } }
  }
}
