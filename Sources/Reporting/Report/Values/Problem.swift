import Diagnostics
import Expectation

/// One thing that is not well, as the tools of reviewers take it: a finding, a failed step, or an assertion that is
/// not green.
struct Problem {
  /// Texts beyond this many scalars are cut: readers of reports refuse what is too long.
  private static let longestText = 8000

  let rule: String
  let severity: Severity
  /// What is wrong, in one sentence.
  let headline: String
  /// What is said below it: help, notes, output.
  let details: [String]
  let place: Place
  let labels: [Finding.Note]
  /// The callers, outermost first.
  let chain: [Finding.Note]
  let fix: Finding.Fix?
  /// What covers it; nil for a problem that stands.
  let exception: Exception?
  /// Names that the place does not tell: the build and its step, the assertion and its image.
  let logical: [String]

  init(_ finding: Finding) {
    rule = finding.rule
    severity = finding.severity
    headline = finding.message.cut(to: Self.longestText)
    details = ([finding.help].compactMap { $0 } + finding.notes).map { $0.cut(to: Self.longestText) }
    place = finding.place
    labels = finding.labels
    chain = finding.chain
    fix = finding.fix
    exception = finding.exception.map { Exception($0.reason.cut(to: Self.longestText), $0.source) }
    logical = []
  }

  init(_ step: StepRecord, of build: BuildRecord) {
    rule = "build/failed-step"
    severity = .error
    let why = step.message ?? step.exitCode.map { "it ended with exit code \($0)" } ?? "it failed"
    headline = "build `\(build.name)`, \(step.title): \(why)".cut(to: Self.longestText)
    details = step.tail.suffix(10).map { $0.cut(to: Self.longestText) }
    place = step.origin
    (labels, chain) = ([], [])
    (fix, exception) = (nil, nil)
    logical = ["\(build.name)/\(step.id)"]
  }

  init(_ assertion: Assertion) {
    rule = "spec/\(assertion.resource)"
    severity = assertion.problem
    let words = assertion.message.isEmpty ? assertion.verdict.words : assertion.message
    headline = "\(assertion.title): \(words)".cut(to: Self.longestText)
    details = assertion.evidence.prefix(20).map { $0.cut(to: Self.longestText) }
    place = assertion.place
    (labels, chain) = ([], [])
    (fix, exception) = (nil, nil)
    logical = [[assertion.image, assertion.id].compactMap { $0 }.joined(separator: " ")]
  }

  /// All problems of a record that stand, in its order.
  static func all(in record: RunRecord) -> [Problem] {
    record.findings.map(Problem.init(_:))
      + record.builds.flatMap { build in
        build.steps.filter { $0.verdict == .failed }.map { Problem($0, of: build) }
      }
      + record.assertions.filter { !$0.verdict.isGreen }.map(Problem.init(_:))
  }

  /// Headline and details, a line each.
  var text: String { ([headline] + details).joined(separator: "\n") }
}
