import DataSyntax
import Diagnostics

/// Reads the parts of a record; what is wrong is collected with its place, and something harmless stands for it.
struct RecordReader {
  static let rule: RuleID = "report/broken-record"
  /// How many faults of one file are listed.
  private static let limit = 8

  private(set) var faults: [Diagnostic] = []

  /// The record at the root of a document; nil where it is none at all.
  mutating func record(from root: DataNode) -> RunRecord? {
    guard checkSchema(of: root) else { return nil }
    let tool = object("tool", of: root).map { node in
      RunRecord.Tool(name: text("name", of: node), version: text("version", of: node))
    }
    var record = RunRecord(tool: tool ?? RunRecord.Tool(version: ""))
    record.threshold = word("threshold", of: root, [.error, .warning, .info]) ?? .error
    if let subject = object("subject", of: root) {
      record.subject = self.subject(subject)
      record.fileCount = number("files", of: subject, in: 0...Self.mostFiles)
    }
    record.findings = list("findings", of: root).map { finding($0) }
    record.suppressed = list("suppressed", of: root).map { finding($0) }
    record.builds = list("builds", of: root).map { build($0) }
    record.assertions = list("assertions", of: root).map { assertion($0) }
    if let run = object("run", of: root) { record.run = self.run(run) }
    return record
  }

  /// Adds a fault.
  mutating func add(_ message: String, at node: DataNode, help: String? = nil) {
    guard faults.count < Self.limit else {
      faults[Self.limit - 1].notes = ["further faults of this file are not listed"]
      return
    }
    faults.append(Diagnostic(Self.rule, .error, message, at: node.location, help: help))
  }

  private static let mostFiles = 1_000_000_000

  private mutating func checkSchema(of root: DataNode) -> Bool {
    let expected = ReportShape.run.schema
    let help = "give records that `--report json` of `build` or `test` wrote, or `report` itself"
    guard root.kind == .mapping, let node = root["schema"], node.kind == .string, let schema = node.string
    else {
      add("the file is no record of a run: its root has no `schema`", at: root, help: help)
      return false
    }
    guard schema != expected else { return true }
    let isNewer = schema.utf8.starts(with: "ovenproof/run/".utf8)
    add(
      isNewer
        ? "the record has the schema `\(schema)`; this version reads `\(expected)`"
        : "the file is no record of a run: its schema is `\(schema)`, not `\(expected)`",
      at: node, help: isNewer ? "use the version that wrote it, or a later one" : help)
    return false
  }
}
