import ArgumentParser
import DataSyntax
import Host
import Plan
import Report

/// `ovenproof plan`: what a build would do, step by step, for every builder.
struct PlanCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show what a build would do, step by step; nothing is executed.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The template.") var template: String
  @OptionGroup var packer: PackerOptions
  @OptionGroup var consoleOptions: ConsoleOptions
  @Option(help: "text or json.") var format = Format.text

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = consoleOptions.console
    let loaded = try TemplateLoader(workplace: workplace).load(
      template, packer.inputs(in: workplace))
    guard !loaded.plan.builds.isEmpty else {
      throw CommandFault(
        .failure, "`\(template)` plans nothing: it has no builder that is chosen",
        help: "`ovenproof lint \(template)` says what is wrong; `-only` and `-except` name builds")
    }
    switch format {
    case .json: workplace.console.write(PlanJSON(loaded.plan, sources: loaded.sources).document.indented)
    case .text:
      let text = PlanText(
        loaded.plan, sources: loaded.sources, detail: consoleOptions.verbose ? .everyCommand : .brief,
        colour: workplace.console.colorsOutput ? .terminal : .plain)
      workplace.console.write(text.text)
    }
    return .success
  }
}
