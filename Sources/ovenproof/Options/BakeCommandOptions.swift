import ArgumentParser
import Baking

/// What `build` and `test` have in common: a template, and how it is baked and judged.
struct BakeCommandOptions: ParsableArguments {
  @Argument(help: "The template; `-` for standard input.") var template: String
  @OptionGroup var packer: PackerOptions
  @OptionGroup var entry: EntryOption
  @OptionGroup var switches: BakeSwitches
  @OptionGroup var standIns: StandInOptions
  @OptionGroup var engine: EngineOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var console: ConsoleOptions
  @Option(
    help: ArgumentHelp(
      "Judge the image by this spec instead of the one beside the template; repeatable.", valueName: "file"))
  var spec: [String] = []
  @OptionGroup var specInputs: SpecInputOptions

  /// Bakes the template, writes the reports, and returns the verdict; `change` sets what a command adds to the options.
  func bake(
    in workplace: Workplace, judging: TemplateBake.Judging, _ change: (inout BakeOptions) -> Void
  ) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = console.console
    try reports.check(in: workplace, reading: [template] + packer.varFile + spec + specInputs.inputFile)
    var options = switches.options(in: workplace)
    change(&options)
    _ = try workplace.imageClock
    let named = try await NamedTemplate(template, in: workplace)
    let bake = TemplateBake(
      workplace: workplace, template: named.path, tree: named.tree, entry: entry.entry,
      inputs: packer.inputs(in: workplace),
      options: options, standIns: standIns,
      engineChoice: engine.engine, specPaths: spec, specInputs: try specInputs.values(in: workplace),
      judging: judging, isQuiet: console.quiet)
    return try await bake.reported(by: reports, console.detail)
  }
}
