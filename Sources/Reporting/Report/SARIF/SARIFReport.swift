import DataSyntax
import Diagnostics
import Expectation

/// The report as SARIF 2.1.0 for code scanning: findings, failed steps and assertions that are not green.
///
/// Every result has a place in a file of the repository: code scanning refuses a whole log for one without, and
/// also for too many results.
struct SARIFReport {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  private static let mostResults = 25_000

  private let record: RunRecord
  private let shape: ReportShape
  private let describe: (String) -> RuleText?

  /// `describe` tells what a rule is about.
  init(
    _ record: RunRecord, _ shape: ReportShape, describe: @escaping (String) -> RuleText? = RuleText.cataloged
  ) {
    self.record = record
    self.shape = shape
    self.describe = describe
  }

  var bytes: [UInt8] {
    JSONText.members([
      ("$schema", .string(Self.schema)), ("version", .string("2.1.0")), ("runs", .array([run])),
    ]).indented
  }

  private var run: JSONText {
    let (problems, left) = worst
    let rules = rules(of: problems)
    let indices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
    var fingerprints = Fingerprints()
    return .members([
      ("tool", .members([("driver", driver(rules))])),
      // Logs of lint and of verify stand beside each other; those of the same kind replace one another.
      ("automationDetails", .members([("id", .string("ovenproof-\(shape.rawValue)/"))])),
      ("columnKind", .string("utf16CodeUnits")),
      (
        "results",
        .array(
          problems.map { problem in
            SARIFResult.value(
              of: problem, ruleIndex: indices[problem.rule], fingerprint: fingerprints.next(for: problem))
          })
      ),
      ("invocations", left == 0 ? nil : .array([notification(of: left)])),
    ])
  }

  private func driver(_ rules: [RuleText]) -> JSONText {
    .members([
      ("name", .string(record.tool.name)), ("version", .string(record.tool.version)),
      ("informationUri", .string(RuleText.home)), ("rules", .array(rules.map(SARIFRule.value))),
    ])
  }

  /// The problems, allowed ones included, and how many were left out: the least grave go first.
  private var worst: (problems: [Problem], left: Int) {
    let all = Problem.all(in: record) + record.suppressed.map(Problem.init(_:))
    guard all.count > Self.mostResults else { return (all, 0) }
    let ordered = Severity.allCases.reversed().flatMap { severity in all.filter { $0.severity == severity } }
    return (Array(ordered.prefix(Self.mostResults)), all.count - Self.mostResults)
  }

  private func notification(of left: Int) -> JSONText {
    let text = "\(left) more results were left out, the least grave: code scanning takes \(Self.mostResults)"
    return .members([
      ("executionSuccessful", .bool(true)),
      (
        "toolExecutionNotifications",
        .array([.members([("level", .string("warning")), ("message", .members([("text", .string(text))]))])])
      ),
    ])
  }

  /// The rules that the problems name, sorted.
  private func rules(of problems: [Problem]) -> [RuleText] {
    Set(problems.map(\.rule)).sorted().map { id in describe(id) ?? RuleText(unknown: id) }
  }
}
