import DataSyntax
import Diagnostics

/// The shape `ovenproof/lint/1`.
enum LintJSON {
  /// The findings of a record with their counts.
  static func value(of record: RunRecord) -> JSONText {
    .members([
      ("schema", .string(ReportShape.lint.schema)),
      ("tool", tool(record.tool)),
      ("findings", .array(record.findings.map { FindingJSON.value(of: $0, .bare) })),
      ("suppressed", .array(record.suppressed.map { FindingJSON.value(of: $0, .bare) })),
      ("summary", summary(of: record)),
    ])
  }

  /// The program that made the record.
  static func tool(_ tool: RunRecord.Tool) -> JSONText {
    .members([("name", .string(tool.name)), ("version", .string(tool.version))])
  }

  private static func summary(of record: RunRecord) -> JSONText {
    .members([
      ("files", .integer(record.fileCount)),
      ("errors", .integer(record.count(of: Severity.error))),
      ("warnings", .integer(record.count(of: Severity.warning))),
      ("infos", .integer(record.count(of: Severity.info))),
    ])
  }
}
