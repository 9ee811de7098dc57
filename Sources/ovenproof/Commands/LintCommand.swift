import ArgumentParser
import Chef
import Diagnostics
import Host
import Lint
import Packer
import Report
import RuleCatalog
import Source

/// `ovenproof lint`: what is wrong with templates and everything that they refer to.
struct LintCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check templates and everything that they refer to; nothing is executed, nothing fetched.",
    discussion: """
      A file is taken as a template. A folder is searched, as git sees it, for files whose root has `builders` of a type that is known; \
      without a path that is the working directory. `-` reads standard input, and with `--fix` writes the mended \
      text to standard output. A folder without a template that is a cookbook, or holds `cookbooks`, is checked by itself: \
      the run list given, else the suites of its `.kitchen.yml`, else the run lists of its `Policyfile.rb`, else its roles, \
      else each recipe.
      """)

  @Argument(help: "Templates and folders.") var paths: [String] = []
  @OptionGroup var packer: PackerOptions
  @OptionGroup var facts: FactsOption

  @Option(
    help: ArgumentHelp(
      """
      The rules to ask: default, or validate: what `packer validate` 1.6.6 refuses and nothing else, with exit code \
      0 or 1, without regard to configuration and exceptions.
      """,
      valueName: "name"))
  var profile = RuleProfile.standard

  @Flag(
    name: [.long, .customLong("syntax-only", withSingleDash: true)],
    help:
      "Under `--profile validate`: look at syntax and shape alone, as `packer validate -syntax-only` does.")
  var syntaxOnly = false

  @Flag(name: [.long, .customLong("machine-readable", withSingleDash: true)], help: .hidden)
  var machineReadable = false

  @OptionGroup var reports: ReportOptions
  @OptionGroup var threshold: SeverityThreshold
  @OptionGroup var consoleOptions: ConsoleOptions

  @Option(help: ArgumentHelp("The name under which standard input (`-`) is known.", valueName: "name"))
  var stdinFilename: String?

  @Flag(
    help:
      "The paths are the changed files of a commit: lint the templates among them, and those that refer to them."
  )
  var hook = false

  @Option(
    help: ArgumentHelp(
      "The run list to look at in a cookbook or a Chef repository, whether a template lies there or not.",
      valueName: "items"))
  var runList: String?

  @OptionGroup var mending: FixOptions
  @OptionGroup var selection: LintSelectionOptions

  func validate() throws {
    if selection.changedSince != nil, hook || paths.contains("-") {
      throw ValidationError(
        "`--changed-since` goes with neither `--hook` nor `-`: it finds the files by itself")
    }
    if paths.contains("") {
      throw ValidationError("a path is empty: was a variable of the shell without a value?")
    }
    if syntaxOnly, profile != .validate {
      throw ValidationError("`-syntax-only` goes with `--profile validate`")
    }
    if stdinFilename != nil, !paths.contains("-") {
      throw ValidationError("`--stdin-filename` goes with the path `-`")
    }
    if mending.isAsked, reports.outputFormat != .text, mending.diff || paths.contains("-") {
      throw ValidationError(
        "standard output takes the mended text: give the report a file, `--report FORMAT:FILE`")
    }
  }

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = consoleOptions.console
    for path in paths { PassedPipe.keep(path) }
    try reports.check(in: workplace, reading: paths + packer.varFile)
    var request = LintRequest(
      paths.isEmpty ? ["."] : paths, mode: hook ? .changedFiles : .paths, profile: profile,
      inputs: packer.inputs(in: workplace))
    if syntaxOnly { request.inputs.extent = .syntax }
    request.runList = runList
    if hook { request.paths += await StagedDeletions(workplace: workplace).paths() }
    var linting = Linting(workplace: workplace)
    linting.facts = try facts.nodeFacts(in: workplace)
    if paths.contains("-") {
      request.paths = paths.map { $0 == "-" ? stdinName : $0 }
      let input = try await workplace.inMemory { try NamedTemplate.readStandardInput() }
      linting.tree = OverlayFileTree([stdinName: input], over: workplace.disk)
    }
    if selection.showSettings {
      return try selection.show(for: paths, threshold.failOn, packer, in: workplace)
    }
    try await selection.narrow(&request, in: workplace)
    guard let level = mending.level else {
      let result = await linting.run(request)
      try report(result, fixed: 0, in: workplace)
      return status(of: result)
    }
    let mended = await linting.mend(request, at: level)
    if mending.diff { return try show(mended, in: workplace) }
    try FixedFiles(mended, in: workplace).write(standardInput: paths.contains("-") ? stdinName : nil)
    try report(mended.lint, fixed: mended.fixedCount, in: workplace)
    return status(of: mended.lint)
  }

  /// The name of what comes by standard input.
  private var stdinName: String { stdinFilename ?? NamedTemplate.nameOfStandardInput }

  /// Writes the reports of what was found.
  private func report(_ result: LintResult, fixed: Int, in workplace: Workplace) throws {
    try reports.refuse(result.sources.sorted.map(\.id.path), in: workplace)
    var record = RunRecord.started()
    record.add(result)
    record.add(mendingOf: result, fixed: fixed)
    if mending.fix, paths.contains("-") {
      workplace.console.tell(ReportFormat.text.write(record, .lint, colored: workplace.console.colorsErrors))
      return try reports.writeFiles(record, .lint, in: workplace)
    }
    for path in result.rubyFiles { tell(ofRuby: path, in: workplace) }
    if runList != nil, result.chefFolders.isEmpty, !result.templates.isEmpty {
      workplace.console.note(
        "`--run-list` is of no use: no cookbook and no Chef repository is among the paths")
    }
    guard result.templates.isEmpty, result.chefFolders.isEmpty, reports.outputFormat == .text else {
      return try reports.write(record, .lint, in: workplace)
    }
    if let reference = selection.changedSince {
      sayNothingChanged(since: reference, result, in: workplace)
    } else if !hook {
      sayWhatWasSearched(result, in: workplace)
    }
    try reports.writeFiles(record, .lint, in: workplace)
  }

  /// Writes what fixes would change, and changes nothing; a difference fails the run.
  private func show(_ mended: FixResult, in workplace: Workplace) throws -> ExitStatus {
    for file in mended.files { try workplace.console.write(file.diff.bytes) }
    try reports.refuse(mended.lint.sources.sorted.map(\.id.path), in: workplace)
    var record = RunRecord.started()
    record.add(mended.lint)
    try reports.writeFiles(record, .lint, in: workplace)
    let many = mended.fixedCount == 1 ? "1 finding" : "\(mended.fixedCount) findings"
    if !mended.files.isEmpty, !consoleOptions.quiet { workplace.console.say("would mend \(many)") }
    let verdict: ExitStatus = mended.files.isEmpty ? .success : .failure
    return mended.lint.failures.isEmpty ? verdict : max(verdict, .usage)
  }

  /// The status of a run in the terms of its profile.
  private func status(of result: LintResult) -> ExitStatus {
    var status = Linting.status(of: result, failOn: threshold.failOn)
    // Whoever names a run list means a cookbook that is not there.
    if runList != nil, result.chefFolders.isEmpty { status = max(status, .usage) }
    guard profile == .validate else { return status }
    // HCL cannot be judged, and what is not judged does not pass.
    return status == .success && result.hclFiles.isEmpty && !result.templates.isEmpty ? .success : .failure
  }

  /// Whether a command line, readable or not, asks for what Packer answers: it knows one kind of failure only.
  static func isAskedAsPacker(_ arguments: [String]) -> Bool {
    arguments.first == configuration.commandName
      && (arguments.contains("--profile=validate")
        || zip(arguments, arguments.dropFirst()).contains { $0 == "--profile" && $1 == "validate" })
  }

  /// A file of a cookbook is no template: it is looked at with its cookbook.
  private func tell(ofRuby path: String, in workplace: Workplace) {
    let folder = ChefFolder.cookbook(around: path, in: workplace.disk) ?? "COOKBOOK"
    workplace.console.note(
      "`\(path)` is Ruby and no template: it was not linted",
      help: "lint the cookbook that it belongs to: `ovenproof lint \(folder)`")
  }

  /// Where nothing was linted a report would read as praise; absent paths and HCL have been told of already.
  private func sayWhatWasSearched(_ result: LintResult, in workplace: Workplace) {
    guard result.failures.isEmpty, result.undecided.isEmpty, result.hclFiles.isEmpty else { return }
    if !result.rubyFiles.isEmpty { return }
    let places = (paths.isEmpty ? ["."] : paths).map { "`\($0)`" }.joined(separator: ", ")
    workplace.console.note(
      "nothing was linted: \(places) holds no JSON or YAML file whose root has `builders` of a known type, and no cookbook",
      help: "name a template itself to have it linted whatever it holds: `ovenproof lint FILE`")
  }

  /// A run that looked at nothing is told apart from one that found nothing.
  private func sayNothingChanged(since reference: String, _ result: LintResult, in workplace: Workplace) {
    guard result.failures.isEmpty, result.hclFiles.isEmpty, !consoleOptions.quiet else { return }
    workplace.console.note("no template, and no file that one refers to, was changed since `\(reference)`")
  }
}

extension RuleProfile: ExpressibleByArgument {}
