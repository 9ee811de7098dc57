import DataSyntax

/// The report in this form is still to come; until then it is the record itself.
struct HTMLReport {
  private let record: RunRecord
  init(_ record: RunRecord) { self.record = record }
  var bytes: [UInt8] { RunJSON.value(of: record).indented }
}
