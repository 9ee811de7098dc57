import DataSyntax
import Diagnostics

/// A problem in the terms of SARIF.
enum SARIFResult {
  /// Places beyond the thousandth make code scanning refuse a log.
  private static let mostPlaces = 1000

  static func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// A rule's index and the fingerprint make the result complete.
  static func value(of problem: Problem, ruleIndex: Int?, fingerprint: String) -> JSONText {
    let labels = problem.labels.prefix(mostPlaces)
    return .members([
      ("ruleId", .string(problem.rule)),
      ("ruleIndex", ruleIndex.map { .integer($0) }),
      ("level", .string(level(of: problem.severity))),
      ("message", .members([("text", .string(unlinked(problem.text)))])),
      ("locations", .array([SARIFLocation.value(of: problem.place, logical: problem.logical)])),
      (
        "relatedLocations",
        labels.isEmpty
          ? nil
          : .array(
            labels.enumerated().map {
              SARIFLocation.noted($0.element.place, id: $0.offset + 1, unlinked($0.element.text))
            })
      ),
      ("codeFlows", codeFlows(of: problem)),
      ("partialFingerprints", .members([("primaryLocationLineHash", .string(fingerprint))])),
      ("fixes", problem.fix.map { .array([SARIFLocation.fix($0)]) }),
      (
        "suppressions",
        problem.exception.map {
          .array([
            .members([("kind", .string(kind(of: $0.source))), ("justification", .string($0.reason))])
          ])
        }
      ),
    ])
  }

  private static func kind(of source: Exception.Source) -> String {
    switch source {
    case .inSource: "inSource"
    case .external: "external"
    }
  }

  /// How the analysis came to the place: the callers, outermost first, and the place itself.
  private static func codeFlows(of problem: Problem) -> JSONText? {
    guard !problem.chain.isEmpty else { return nil }
    let steps =
      problem.chain.prefix(mostPlaces - 1).map { ($0.place, $0.text) } + [(problem.place, problem.headline)]
    let locations = steps.map { place, text in
      JSONText.members([("location", SARIFLocation.noted(place, id: nil, unlinked(text)))])
    }
    return .array([.members([("threadFlows", .array([.members([("locations", .array(locations))])]))])])
  }

  /// A text in which nothing reads as a link of SARIF's, `[text](place)`.
  private static func unlinked(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      if scalar == "(", plain.unicodeScalars.last == "]" { plain += " " }
      plain.unicodeScalars.append(scalar)
    }
    return plain
  }
}
