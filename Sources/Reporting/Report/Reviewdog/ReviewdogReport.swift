import DataSyntax
import Diagnostics

/// The report as reviewdog's diagnostic format (`rdjson`), with fixes as suggestions; columns are bytes of UTF-8.
struct ReviewdogReport {
  private let record: RunRecord
  private let describe: (String) -> RuleText?

  /// `describe` tells what a rule is about.
  init(_ record: RunRecord, describe: @escaping (String) -> RuleText? = RuleText.cataloged) {
    self.record = record
    self.describe = describe
  }

  var bytes: [UInt8] {
    JSONText.members([
      (
        "source",
        .members([("name", .string(record.tool.name)), ("url", .string(RuleText.home))])
      ),
      ("diagnostics", .array(Problem.all(in: record).map(value))),
    ]).indented
  }

  private func value(of problem: Problem) -> JSONText {
    let suggestions = Self.suggestions(of: problem)
    let related = problem.labels + problem.chain
    return .members([
      ("message", .string(Self.message(of: problem))),
      ("location", Self.location(problem.place)),
      ("severity", .string(problem.severity.rawValue.uppercased())),
      (
        "code",
        .members([
          ("value", .string(problem.rule)),
          ("url", describe(problem.rule)?.address.map { .string($0) }),
        ])
      ),
      ("suggestions", suggestions.isEmpty ? nil : .array(suggestions)),
      (
        "related_locations",
        related.isEmpty
          ? nil
          : .array(
            related.map { note in
              .members([("message", .string(note.text)), ("location", Self.location(note.place))])
            })
      ),
    ])
  }

  /// The fix as a suggestion, which a reviewer applies by itself: one whose edits belong together cannot be one.
  private static func suggestions(of problem: Problem) -> [JSONText] {
    guard let edits = problem.fix?.edits, edits.count == 1, edits[0].place.file == problem.place.file else {
      return []
    }
    return edits.map { .members([("range", range($0.place)), ("text", .string($0.text))]) }
  }

  /// What is wrong, and how to have it mended where a suggestion cannot say.
  private static func message(of problem: Problem) -> String {
    guard let fix = problem.fix, suggestions(of: problem).isEmpty else { return problem.text }
    let command = fix.safety == .safe ? "ovenproof lint --fix" : "ovenproof lint --fix --unsafe-fixes"
    return problem.text + "\n`\(command)` mends it"
  }

  private static func location(_ place: Place) -> JSONText {
    .members([("path", .string(place.file)), ("range", range(place))])
  }

  private static func range(_ place: Place) -> JSONText {
    .members([("start", point(place.start)), ("end", point(place.end))])
  }

  private static func point(_ point: Place.Point) -> JSONText {
    .members([("line", .integer(point.line)), ("column", .integer(point.utf8Column))])
  }
}
