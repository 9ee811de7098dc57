import ArgumentParser
import Baking
import Report

/// `ovenproof build`: bakes a template, or rehearses it.
struct BuildCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Bake a template in ephemeral containers; --dry-run rehearses it.",
    discussion: """
      The template is linted first; a fault that would break the build stops it. A spec beside the template \
      (NAME.spec.yaml) is judged on the committed image before anything is saved or pushed.
      """)

  @Argument(help: "The template.") var template: String
  @OptionGroup var packer: PackerOptions
  @OptionGroup var switches: BakeSwitches
  @OptionGroup var engine: EngineOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var consoleOptions: ConsoleOptions
  @Option(help: ArgumentHelp("Judge the image by this spec instead of the one beside the template; repeatable.", valueName: "file"))
  var spec: [String] = []
  @Flag(name: [.long], help: "Rehearse every step in the base image, and throw it away.")
  var dryRun = false

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = consoleOptions.console
    try reports.check(in: workplace)
    var options = switches.options(in: workplace)
    options.isDryRun = dryRun
    let bake = TemplateBake(
      workplace: workplace, template: template, inputs: packer.inputs(in: workplace), options: options,
      engineChoice: engine.engine, specPaths: spec, judging: .whereFound, isQuiet: consoleOptions.quiet)
    return try await bake.reported(by: reports)
  }
}
