package import DataSyntax
package import Diagnostics

/// How often each rule found something in a run, the most frequent first.
package struct RuleStatistics: Sendable, Hashable {
  /// A rule's numbers.
  package struct Row: Sendable, Hashable {
    package let rule: String
    /// The gravest of its findings.
    package var severity: Severity
    package var findings = 0
    /// How many files have findings of it.
    package var files = 0
    /// How many findings have a fix.
    package var fixable = 0
    /// How many more are allowed.
    package var allowed = 0
  }

  package let rows: [Row]
  private let record: RunRecord

  package init(of record: RunRecord) {
    self.record = record
    let standing = Dictionary(grouping: record.findings, by: \.rule)
    let allowed = Dictionary(grouping: record.suppressed, by: \.rule)
    rows = Set(standing.keys).union(allowed.keys).map { rule in
      let findings = standing[rule] ?? []
      let exempt = allowed[rule] ?? []
      return Row(
        rule: rule, severity: (findings + exempt).map(\.severity).max() ?? .info, findings: findings.count,
        files: Set(findings.map(\.place.file)).count, fixable: findings.count { $0.fix != nil },
        allowed: exempt.count)
    }.sorted { ($1.findings, $1.allowed, $0.rule) < ($0.findings, $0.allowed, $1.rule) }
  }

  /// The whole in one sentence.
  package var sentence: String {
    let fixable = rows.reduce(0) { $0 + $1.fixable }
    return Summary(record).words + (fixable == 0 ? "" : "; \(fixable) have a fix (`ovenproof lint --fix`)")
  }

  /// The shape `ovenproof/rule-stats/1`.
  package var json: JSONText {
    .members([
      ("schema", .string("ovenproof/rule-stats/1")),
      ("tool", LintJSON.tool(record.tool)),
      ("rules", .array(rows.map(Self.value))),
      (
        "summary",
        .members([
          ("files", .integer(record.fileCount)), ("findings", .integer(record.findings.count)),
          ("allowed", .integer(record.suppressed.count)),
          ("fixable", .integer(rows.reduce(0) { $0 + $1.fixable })),
        ])
      ),
    ])
  }

  private static func value(of row: Row) -> JSONText {
    .members([
      ("id", .string(row.rule)), ("severity", .string(row.severity.rawValue)),
      ("findings", .integer(row.findings)),
      ("files", .integer(row.files)), ("fixable", .integer(row.fixable)), ("allowed", .integer(row.allowed)),
    ])
  }
}
