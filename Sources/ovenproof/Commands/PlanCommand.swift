import ArgumentParser
import Baking
import DataSyntax
import Diagnostics
import Host
import Lint
import Plan
import Project
import Report
import Source

/// `ovenproof plan`: what a build would do, step by step, for every builder.
struct PlanCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show what a build would do, step by step; nothing is executed.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The template; `-` for standard input.") var template: String
  @OptionGroup var packer: PackerOptions
  @OptionGroup var entry: EntryOption
  @OptionGroup var facts: FactsOption
  @OptionGroup var standIns: StandInOptions
  @Option(
    help: "Say also what this engine cannot give to the containers here: native, docker, podman.")
  var engine: EngineOptions.Choice?
  @OptionGroup var consoleOptions: ConsoleOptions
  @Option(help: "text or json.") var format = Format.text
  @Flag(help: "Show the attributes of Chef's nodes, with the line that sets each.") var attributes = false
  @Option(help: "Show what a file would hold that a Chef resource makes.") var show: String?

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = consoleOptions.console
    let named = try await NamedTemplate(self.template, in: workplace)
    let template = named.path
    var linting = Linting(workplace: workplace)
    linting.tree = named.tree
    linting.facts = try facts.nodeFacts(in: workplace)
    linting.standIns = standIns.request
    let prepared = try await linting.prepare(
      template, as: entry.entry, reading: .all, packer.inputs(in: workplace))
    let lint = prepared.lint
    // What is wrong with the spec breaks no build: it is told beside the plan.
    let (ofSpec, errors) = lint.findings.filter { $0.severity == .error }
      .split { $0.rule.name.hasPrefix("spec/") }
    guard errors.isEmpty else {
      workplace.show(errors, in: lint.sources)
      throw CommandFault(
        .failure, "`\(template)` has faults that would break the build; nothing was planned",
        help: "mend them, or allow one with a reason (`ovenproof rules explain RULE`)")
    }
    guard let plan = prepared.plan, !plan.builds.isEmpty else {
      throw CommandFault(
        .failure, "`\(template)` plans nothing: it has no builder that is chosen",
        help: "`ovenproof lint \(template)` says what is wrong; `-only` and `-except` name builds")
    }
    try standIns.check(against: plan)
    if let show { return try write(show, of: plan, to: workplace.console) }
    if attributes {
      try workplace.console.write(PlanAttributes(plan, sources: lint.sources).text)
      return .success
    }
    let folder = prepared.project?.workingDirectory ?? workplace.disk.workingDirectory
    let refused = try await refusals(in: plan, from: folder, workplace)
    switch format {
    case .json:
      try workplace.console.write(
        PlanJSON(
          plan, sources: lint.sources, contradictions: Finding.all(ofSpec, in: lint.sources),
          refusals: Finding.all(refused, in: lint.sources)
        ).document.indented)
    case .text:
      let text = PlanText(
        plan, sources: lint.sources, detail: consoleOptions.verbose ? .everyCommand : .brief,
        colour: workplace.console.colorsOutput ? .terminal : .plain)
      try workplace.console.write(text.text)
      try write("What cannot come true of the spec:", ofSpec, in: lint.sources, workplace)
      try write("What this engine cannot give here:", refused, in: lint.sources, workplace)
    }
    return refused.isEmpty ? .success : .failure
  }

  /// What the containers of the builds would be refused by the engine that is asked about.
  private func refusals(
    in plan: Plan, from folder: String, _ workplace: Workplace
  ) async throws -> [Diagnostic] {
    guard let engine else { return [] }
    let reached = try await EngineProvider(workplace: workplace).reached(engine, workplace.folders)
    let check = ContainerOptionCheck(reached, workingDirectory: folder)
    return plan.builds.flatMap(check.findings(in:)).sorted()
  }

  /// Findings of one kind, below the plan.
  private func write(
    _ title: String, _ findings: [Diagnostic], in sources: SourceSet, _ workplace: Workplace
  ) throws {
    guard !findings.isEmpty else { return }
    var record = RunRecord.started()
    record.findings = Finding.all(findings, in: sources)
    try workplace.console.write("\n\(title)\n\n")
    try workplace.console.write(
      ReportFormat.text.write(record, .lint, colored: workplace.console.colorsOutput))
  }

  private func write(_ path: String, of plan: Plan, to console: Console) throws -> ExitStatus {
    guard let content = plan.content(ofFile: path) else {
      let known = plan.shownFiles
      throw CommandFault(
        .failure, "no step makes `\(path)` with a content that can be told",
        help: known.isEmpty ? nil : "these can be shown: " + known.joined(separator: ", "))
    }
    try console.write(content)
    return .success
  }
}

extension [Diagnostic] {
  /// Those for which a condition holds, and the others.
  fileprivate func split(by condition: (Diagnostic) -> Bool) -> ([Diagnostic], [Diagnostic]) {
    (filter(condition), filter { !condition($0) })
  }
}
