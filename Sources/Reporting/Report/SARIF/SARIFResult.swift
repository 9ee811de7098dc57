import DataSyntax
import Diagnostics
import Expectation

/// One thing that is not well, in the terms of SARIF.
struct SARIFResult {
  let rule: String
  let level: String
  let message: String
  let place: Place
  let related: [Finding.Note]
  let fix: Finding.Fix?
  let exception: String?
  /// Names that the place does not tell: the build and its step, the assertion and its image.
  let logical: [String]

  init(_ finding: Finding) {
    rule = finding.rule
    level = Self.level(of: finding.severity)
    message = Self.message([finding.message, finding.help].compactMap { $0 } + finding.notes)
    place = finding.place
    related = finding.labels + finding.chain
    fix = finding.fix
    exception = finding.exception
    logical = []
  }

  init(_ step: StepRecord, of build: BuildRecord) {
    rule = "build/failed-step"
    level = "error"
    let why = step.message ?? step.exitCode.map { "it ended with exit code \($0)" } ?? "it failed"
    message = Self.message(["build `\(build.name)`, \(step.title): \(why)"] + step.tail.suffix(10))
    place = step.origin
    related = []
    fix = nil
    exception = nil
    logical = ["\(build.name)/\(step.id)"]
  }

  init(_ assertion: Assertion) {
    rule = "spec/\(assertion.resource)"
    level = assertion.verdict == .failed || assertion.verdict == .error ? "error" : "warning"
    message = Self.message(
      ["\(assertion.title): \(assertion.message.isEmpty ? assertion.verdict.words : assertion.message)"]
        + assertion.evidence.prefix(20))
    place = assertion.place
    related = []
    fix = nil
    exception = nil
    logical = [[assertion.image, assertion.id].compactMap { $0 }.joined(separator: " ")]
  }

  static func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// A rule's index and the fingerprint make the result complete.
  func value(ruleIndex: Int?, fingerprint: String) -> JSONText {
    .members([
      ("ruleId", .string(rule)),
      ("ruleIndex", ruleIndex.map { .integer($0) }),
      ("level", .string(level)),
      ("message", .members([("text", .string(message))])),
      ("locations", .array([SARIFLocation.value(of: place, logical: logical)])),
      (
        "relatedLocations",
        related.isEmpty
          ? nil
          : .array(related.enumerated().map { SARIFLocation.related($1.place, id: $0 + 1, message: $1.text) })
      ),
      ("partialFingerprints", .members([("primaryLocationLineHash", .string(fingerprint))])),
      ("fixes", fix.map { .array([SARIFLocation.fix($0)]) }),
      (
        "suppressions",
        exception.map { .array([.members([("kind", .string("inSource")), ("justification", .string($0))])]) }
      ),
    ])
  }

  /// Sentences as one text; nothing in it reads as a link of SARIF's, `[text](place)`.
  private static func message(_ lines: [String]) -> String {
    var text = ""
    for scalar in lines.joined(separator: "\n").unicodeScalars {
      if scalar == "(", text.unicodeScalars.last == "]" { text += " " }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
