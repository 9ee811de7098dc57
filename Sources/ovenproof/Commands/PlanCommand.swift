import ArgumentParser
import DataSyntax
import Diagnostics
import Host
import Lint
import Plan
import Project
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
    let inputs = packer.inputs(in: workplace)
    let lint = try await Linting(workplace: workplace).run(on: template, inputs: inputs)
    let errors = lint.findings.filter { $0.severity == .error }
    guard errors.isEmpty else {
      workplace.show(errors, in: lint.sources)
      throw CommandFault(
        .failure, "`\(template)` has faults that would break the build; nothing was planned",
        help: "mend them, or allow one with a reason (`ovenproof rules explain RULE`)")
    }
    let loaded = try TemplateLoader(workplace: workplace).load(template, inputs, digests: .all)
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
