import ArgumentParser
import Diagnostics
import Expectation
import Goss
import Host
import Lint
import Report
import Rules
import Source

/// `ovenproof spec lint`: what is wrong with specs, whatever the image.
struct SpecLintCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find assertions that say nothing, twice, or what cannot be; no image is needed.",
    discussion: """
      Specs of Ovenproof, goss and container-structure-test are read. The spec that belongs to a template is looked at by `ovenproof lint` \
      too, together with what the template does.
      """)

  @Argument(help: "The specs.") var files: [String]
  @OptionGroup var dialects: DialectOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var threshold: SeverityThreshold
  @OptionGroup var consoleOptions: ConsoleOptions

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = consoleOptions.console
    try reports.check(in: workplace, reading: files)
    let choice = dialects.choice
    let options = GossOptions(
      variableFiles: choice.variableFiles, inlineVariables: choice.inlineVariables,
      machine: workplace.templateMachine, compatibility: .mended)
    let result = Linter(workplace.disk, registry: .standard).lintSpecs(files, as: choice.dialect, options)
    for failure in result.failures {
      workplace.console.complain(failure.description, help: "name a spec file")
    }
    // Where nothing could be read, a report would read as praise.
    if !result.failures.isEmpty, result.sources.sorted.isEmpty { return .usage }
    try reports.refuse(result.sources.sorted.map(\.id.path), in: workplace)
    var record = RunRecord.started()
    record.add(result)
    try reports.write(record, .lint, in: workplace)
    return Linting.status(of: result, failOn: threshold.failOn)
  }
}
