import ArgumentParser
import Baking
import Report

/// `ovenproof test`: lint, build, verify and report; the one command of a CI job.
struct TestCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Lint, build, verify and report; the exit code is the verdict.",
    discussion: """
      Nothing is pushed unless --publish is given, and then only what its spec has accepted. The spec is NAME.spec.yaml \
      beside the template, or --spec.
      """)

  @Argument(help: "The template.") var template: String
  @OptionGroup var packer: PackerOptions
  @OptionGroup var switches: BakeSwitches
  @OptionGroup var engine: EngineOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var consoleOptions: ConsoleOptions
  @Option(help: ArgumentHelp("A spec; repeatable.", valueName: "file")) var spec: [String] = []
  @Flag(help: "Let docker-push run once the image has met its spec.") var publish = false

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = consoleOptions.console
    try reports.check(in: workplace)
    var options = switches.options(in: workplace)
    options.publishes = publish
    let bake = TemplateBake(
      workplace: workplace, template: template, inputs: packer.inputs(in: workplace), options: options,
      engineChoice: engine.engine, specPaths: spec, judging: .required, isQuiet: consoleOptions.quiet)
    return try await bake.reported(by: reports)
  }
}
