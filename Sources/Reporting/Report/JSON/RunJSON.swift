import Diagnostics
import DataSyntax

/// The shape `ovenproof/run/1`: a whole record; `RunRecord.read` takes it back.
enum RunJSON {
  /// Everything that a record holds; clocks stand in `run` alone.
  static func value(of record: RunRecord) -> JSONText {
    .members([
      ("schema", .string(ReportShape.run.schema)),
      ("tool", LintJSON.tool(record.tool)),
      ("verdict", .string(record.verdict.rawValue)),
      ("threshold", .string(record.threshold.rawValue)),
      ("subject", SubjectJSON.value(of: record)),
      ("findings", .array(record.findings.map { FindingJSON.value(of: $0, .snippet) })),
      ("suppressed", .array(record.suppressed.map { FindingJSON.value(of: $0, .snippet) })),
      ("builds", .array(record.builds.map(BuildJSON.value))),
      ("assertions", .array(record.assertions.map { AssertionJSON.value(of: $0, .snippet) })),
      ("waivers", .array([])),
      ("run", run(record.run)),
    ])
  }

  private static func run(_ run: RunRecord.Run) -> JSONText {
    let durations = run.durations.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return .members([
      ("started", run.started.map { .string(Timestamp($0).words) } ?? .null),
      (
        "durations",
        .object(durations.map { JSONText.Member($0.key, .number(Seconds($0.value).decimal)) })
      ),
      ("host", run.host.map { .string($0) } ?? .null),
    ])
  }
}
