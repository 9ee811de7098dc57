import DataSyntax
import Diagnostics

/// The forms in which a run is written.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, sarif, junit, github, gitlab, checkstyle, rdjson, html, markdown, tap
  /// The reports of container-structure-test.
  case structureTestText = "cst-text"
  case structureTestJSON = "cst-json"
  case structureTestJUnit = "cst-junit"
  /// The reports of goss.
  case gossRspecish = "goss-rspecish"
  case gossDocumentation = "goss-documentation"
  case gossJSON = "goss-json"
  case gossJSONOneline = "goss-json_oneline"
  case gossStructured = "goss-structured"
  case gossTAP = "goss-tap"
  case gossJUnit = "goss-junit"
  case gossNagios = "goss-nagios"
  case gossSilent = "goss-silent"
  case gossPrometheus = "goss-prometheus"

  /// Whether its readers know files by their paths in the repository, wherever the program ran.
  package var countsFilesFromTheRepository: Bool {
    switch self {
    case .sarif, .github, .gitlab: true
    default: false
    }
  }

  /// The bytes of the report of a record.
  ///
  /// `shape` matters to `json` alone, `colored` and `detail` to `text` alone: a file is never coloured.
  package func write(
    _ record: RunRecord, _ shape: ReportShape, colored: Bool = false, detail: TextDetail = .brief
  ) -> [UInt8] {
    let record = record.sorted
    switch self {
    case .text: return TextReport(record, colored ? .colored : .plain, detail).bytes
    case .json: return shape.value(of: record).indented
    case .sarif: return SARIFReport(record, shape).bytes
    case .junit: return JUnitReport(record).bytes
    case .github: return GitHubReport(record).bytes
    case .gitlab: return GitLabReport(record).bytes
    case .checkstyle: return CheckstyleReport(record).bytes
    case .rdjson: return ReviewdogReport(record).bytes
    case .html: return HTMLReport(record).bytes
    case .markdown: return StepSummary(record).bytes
    case .tap: return TAPReport(record).bytes
    case .structureTestText: return StructureTestText(record, colored: colored).bytes
    case .structureTestJSON: return StructureTestJSON(record).bytes
    case .structureTestJUnit: return StructureTestJUnit(record).bytes
    case .gossRspecish: return GossReport(record, .rspecish).bytes
    case .gossDocumentation: return GossReport(record, .documentation).bytes
    case .gossJSON: return GossReport(record, .json).bytes
    case .gossJSONOneline: return GossReport(record, .jsonOneline).bytes
    case .gossStructured: return GossReport(record, .structured).bytes
    case .gossTAP: return GossReport(record, .tap).bytes
    case .gossJUnit: return GossReport(record, .junit).bytes
    case .gossNagios: return GossReport(record, .nagios).bytes
    case .gossSilent: return GossReport(record, .silent).bytes
    case .gossPrometheus: return GossReport(record, .prometheus).bytes
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
