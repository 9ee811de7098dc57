import DataSyntax
import Expectation

/// The shape `ovenproof/verify/1`.
enum VerifyJSON {
  /// The assertions of a record with a count a verdict.
  static func value(of record: RunRecord) -> JSONText {
    .members([
      ("schema", .string(ReportShape.verify.schema)),
      ("image", SubjectJSON.images(record.subject.images)),
      ("specs", SubjectJSON.specs(record.subject.specs)),
      ("assertions", .array(record.assertions.map { AssertionJSON.value(of: $0, .bare) })),
      (
        "summary",
        .members(Outcome.Verdict.allCases.map { ($0.rawValue, .integer(record.count(of: $0))) })
      ),
    ])
  }
}
