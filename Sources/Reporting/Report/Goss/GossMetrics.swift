import Expectation
import Source

/// The form `prometheus`: counters in the text format of Prometheus.
struct GossMetrics {
  private let report: GossReport

  init(_ report: GossReport) { self.report = report }

  var text: String {
    let milliseconds = String(GoDuration(nearest: report.seconds).nanoseconds / 1_000_000)
    let outcome = [("outcome", overall)]
    return family(
      "tests_outcomes_duration_milliseconds",
      "The duration of tests from this run. Note; tests run concurrently.", counts.map { ($0.labels, "0") })
      + family(
        "tests_outcomes_total", "The number of test-outcomes from this run.",
        counts.map { ($0.labels, String($0.count)) })
      + family(
        "tests_run_duration_milliseconds", "The end-to-end duration of this run.", [(outcome, milliseconds)])
      + family("tests_run_outcomes_total", "The outcomes of this run as a whole.", [(outcome, "1")])
  }

  private var overall: String {
    if report.count(.failed) > 0 { return "fail" }
    return report.count(.passed) > 0 ? "pass" : "skip"
  }

  private typealias Labels = [(name: String, value: String)]

  /// How many results there are of each outcome and type, by name.
  private var counts: [(labels: Labels, count: Int)] {
    let outcomes: [GossResult.Status: String] = [.passed: "pass", .failed: "fail", .skipped: "skip"]
    // By bytes: texts that mean the same are equal to Swift.
    let groups = Dictionary(grouping: report.results) { result in
      ([outcomes[result.status] ?? ""] + (report.options.isVerbose ? [result.id] : []) + [
        result.type.lowercased()
      ]).map { Array($0.utf8) }
    }
    let names = ["outcome"] + (report.options.isVerbose ? ["resource_id"] : []) + ["type"]
    return groups.sorted { a, b in
      a.key.lexicographicallyPrecedes(b.key) { $0.lexicographicallyPrecedes($1) }
    }.map { group in
      let labels = zip(names, group.key).map { (name: $0, value: String(decoding: $1, as: UTF8.self)) }
      return (labels, group.value.count)
    }
  }

  private func family(_ name: String, _ help: String, _ samples: [(labels: Labels, value: String)]) -> String
  {
    let name = "goss_" + name
    var text = "# HELP \(name) \(help)\n# TYPE \(name) counter\n"
    for sample in samples {
      let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
      text += "\(name){\(labels)} \(sample.value)\n"
    }
    return text
  }

  private static func escaped(_ value: String) -> String {
    value.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      default: String(scalar)
      }
    }.joined()
  }
}
