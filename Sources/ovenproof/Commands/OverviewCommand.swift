import ArgumentParser
import Diagnostics
import Host
import Lint
import Report
import Source

/// Bare `ovenproof`: finds the templates here, lints them and names the next command to type.
struct OverviewCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "Find the templates here, lint them, name the next command.",
    shouldDisplay: false)

  @OptionGroup var packer: PackerOptions
  @OptionGroup var consoleOptions: ConsoleOptions

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = consoleOptions.console
    let result = await Linting(workplace: workplace).run(
      LintRequest(["."], inputs: packer.inputs(in: workplace)))
    guard !result.templates.isEmpty || !result.chefFolders.isEmpty else {
      try workplace.console.write(
        """
        No Packer template was found here: no JSON or YAML file whose root has `builders` of a known type.
        Next: `ovenproof lint FILE` for one that lies elsewhere, or `ovenproof --help`.

        """)
      return result.failures.isEmpty ? .success : .usage
    }
    var record = RunRecord.started()
    record.add(result)
    try workplace.console.write(
      ReportFormat.text.write(record, .lint, colored: workplace.console.colorsOutput))
    let status = Linting.status(of: result, failOn: nil)
    if let first = result.templates.first {
      try workplace.console.write(Self.next(after: result, first.path, status))
    } else {
      try workplace.console.write(
        """

        No Packer template was found here: the Chef code was looked at by itself.
        Next: `ovenproof lint --run-list ITEMS` looks at one run list of it.

        """)
    }
    return status
  }

  private static func next(after result: LintResult, _ first: String, _ status: ExitStatus) -> String {
    let count = result.templates.count
    let found = "\n\(count) template\(count == 1 ? "" : "s") found here.\n"
    guard status == .success else {
      let rule = result.findings.first { $0.severity == .error }?.rule ?? result.findings[0].rule
      return found
        + "Next: mend what is reported; `ovenproof rules explain \(rule)` says more about the first.\n"
    }
    return found
      + "Next: `ovenproof plan \(first)` shows what a build would do, `ovenproof test \(first)` does it.\n"
  }
}
