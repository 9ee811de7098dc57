import ArgumentParser
import DataSyntax
import Diagnostics
import Lint
import Report

/// `ovenproof rules stats`: how often each rule finds something.
struct RulesStatsCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count what each rule finds in templates and folders.",
    discussion: "It says how much there is to do, and never fails for what it finds.")

  @Argument(help: "Templates and folders.") var paths: [String] = []
  @OptionGroup var packer: PackerOptions
  @Option(help: "text or json.") var format = RulesCommand.Format.text

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    let request = LintRequest(paths.isEmpty ? ["."] : paths, inputs: packer.inputs(in: workplace))
    let result = await Linting(workplace: workplace).run(request)
    var record = RunRecord.started()
    record.add(result)
    let statistics = RuleStatistics(of: record)
    switch format {
    case .text: try workplace.console.write(Self.table(of: statistics) + statistics.sentence + "\n")
    case .json: try workplace.console.write(statistics.json.indented)
    }
    return result.failures.isEmpty ? .success : .usage
  }

  private static func table(of statistics: RuleStatistics) -> String {
    guard !statistics.rows.isEmpty else { return "" }
    let rows = statistics.rows.map { row in
      [
        String(row.findings), String(row.files), row.fixable == 0 ? "" : String(row.fixable),
        row.allowed == 0 ? "" : String(row.allowed), row.severity.rawValue, row.rule,
      ]
    }
    return Table(head: ["findings", "files", "fixable", "allowed", "severity", "rule"], rows: rows).text
      + "\n"
  }
}
