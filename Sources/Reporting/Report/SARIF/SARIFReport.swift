import DataSyntax
import Expectation

/// The report as SARIF 2.1.0 for code scanning: findings, failed steps and assertions that are not green.
///
/// Every result has a place in a file of the repository: code scanning refuses a whole log for one without.
struct SARIFReport {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  private let record: RunRecord
  private let describe: (String) -> RuleText?

  /// `describe` tells what a rule is about.
  init(_ record: RunRecord, describe: @escaping (String) -> RuleText? = RuleText.cataloged) {
    self.record = record
    self.describe = describe
  }

  var bytes: [UInt8] {
    JSONText.members([
      ("$schema", .string(Self.schema)), ("version", .string("2.1.0")), ("runs", .array([run])),
    ]).indented
  }

  private var run: JSONText {
    let results = self.results
    let rules = rules(of: results)
    let indices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
    var fingerprints = SARIFFingerprints()
    return .members([
      (
        "tool",
        .members([
          (
            "driver",
            .members([
              ("name", .string(record.tool.name)), ("version", .string(record.tool.version)),
              ("rules", .array(rules.map(SARIFRule.value))),
            ])
          )
        ])
      ),
      ("columnKind", .string("unicodeCodePoints")),
      (
        "results",
        .array(
          results.map { result in
            result.value(ruleIndex: indices[result.rule], fingerprint: fingerprints.next(for: result))
          })
      ),
    ])
  }

  private var results: [SARIFResult] {
    record.findings.map(SARIFResult.init(_:)) + record.suppressed.map(SARIFResult.init(_:))
      + record.builds.flatMap { build in
        build.steps.filter { $0.verdict == .failed }.map { SARIFResult($0, of: build) }
      }
      + record.assertions.filter { !$0.verdict.isGreen }.map(SARIFResult.init(_:))
  }

  /// The rules that the results name, sorted.
  private func rules(of results: [SARIFResult]) -> [RuleText] {
    Set(results.map(\.rule)).sorted().map { id in describe(id) ?? RuleText(unknown: id) }
  }
}
