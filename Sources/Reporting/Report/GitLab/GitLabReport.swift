import DataSyntax
import Diagnostics

/// The report as GitLab's code quality JSON: a list that the widget of a merge request compares with the last one.
///
/// GitLab stops reading at the first item that it does not take, and of equal fingerprints keeps one.
struct GitLabReport {
  private let record: RunRecord

  init(_ record: RunRecord) { self.record = record }

  var bytes: [UInt8] {
    var fingerprints = Fingerprints()
    return JSONText.array(
      Problem.all(in: record).map { problem in
        Self.value(of: problem, fingerprint: fingerprints.next(for: problem))
      }
    ).indented
  }

  private static func value(of problem: Problem, fingerprint: String) -> JSONText {
    .members([
      ("description", .string(problem.headline.isEmpty ? problem.rule : problem.headline)),
      ("check_name", .string(problem.rule)),
      ("fingerprint", .string(fingerprint)),
      ("severity", .string(word(for: problem.severity))),
      (
        "location",
        .members([
          ("path", .string(path(problem.place.file))),
          (
            "lines",
            .members([
              ("begin", .integer(problem.place.start.line)), ("end", .integer(problem.place.end.line)),
            ])
          ),
        ])
      ),
      ("content", problem.details.isEmpty ? nil : .members([("body", .string(problem.text))])),
    ])
  }

  private static func word(for severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "major"
    case .info: "info"
    }
  }

  /// A path as GitLab takes it: without a slash at its beginning, and with no other slash than `/`.
  private static func path(_ path: String) -> String {
    var text = ""
    for scalar in path.unicodeScalars { text.unicodeScalars.append(scalar == "\\" ? "/" : scalar) }
    while text.hasPrefix("/") || text.hasPrefix("./") { text.removeFirst(text.hasPrefix("/") ? 1 : 2) }
    return text.isEmpty ? "." : text
  }
}
