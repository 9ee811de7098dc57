import DataSyntax
import Diagnostics

/// The forms in which a run is written.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, sarif, junit, github, gitlab, checkstyle, rdjson, html

  /// Whether its readers know files by their paths in the repository, wherever the program ran.
  package var countsFilesFromTheRepository: Bool {
    switch self {
    case .sarif, .github, .gitlab: true
    case .text, .json, .junit, .checkstyle, .rdjson, .html: false
    }
  }

  /// The bytes of the report of a record.
  ///
  /// `shape` matters to `json` alone, `colored` to `text` alone: a file is never coloured.
  package func write(_ record: RunRecord, _ shape: ReportShape, colored: Bool = false) -> [UInt8] {
    let record = record.sorted
    switch self {
    case .text: return TextReport(record, colored ? .colored : .plain).bytes
    case .json: return shape.value(of: record).indented
    case .sarif: return SARIFReport(record, shape).bytes
    case .junit: return JUnitReport(record).bytes
    case .github: return GitHubReport(record).bytes
    case .gitlab: return GitLabReport(record).bytes
    case .checkstyle: return CheckstyleReport(record).bytes
    case .rdjson: return ReviewdogReport(record).bytes
    case .html: return HTMLReport(record).bytes
    }
  }
}

extension ReportShape {
  /// A record in the shape.
  func value(of record: RunRecord) -> JSONText {
    switch self {
    case .lint: LintJSON.value(of: record)
    case .verify: VerifyJSON.value(of: record)
    case .run: RunJSON.value(of: record)
    }
  }
}
