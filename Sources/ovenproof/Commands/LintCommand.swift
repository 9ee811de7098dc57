import ArgumentParser
import Glibc
import Host
import Lint
import Report

/// `ovenproof lint`: what is wrong with templates and everything that they refer to.
struct LintCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check templates and everything that they refer to; nothing is executed, nothing fetched.",
    discussion: """
      A file is taken as a template. A folder is searched, as git sees it, for files whose root has `builders`; \
      without a path that is the working directory. `-` reads standard input.
      """)

  @Argument(help: "Templates and folders.") var paths: [String] = []
  @OptionGroup var packer: PackerOptions
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

  func validate() throws {
    if stdinFilename != nil, !paths.contains("-") {
      throw ValidationError("`--stdin-filename` goes with the path `-`")
    }
  }

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = consoleOptions.console
    try reports.check(in: workplace)
    var request = LintRequest(
      paths.isEmpty ? ["."] : paths, mode: hook ? .changedFiles : .paths, inputs: packer.inputs(in: workplace)
    )
    var linting = Linting(workplace: workplace)
    if paths.contains("-") {
      let name = stdinFilename ?? "stdin.json"
      request.paths = paths.map { $0 == "-" ? name : $0 }
      linting.tree = OverlayFileTree([name: try Self.standardInput()], over: workplace.disk)
    }
    let result = await linting.run(request)
    var record = RunRecord.started()
    record.add(result)
    if result.templates.isEmpty, reports.outputFormat == .text {
      if !hook { sayWhatWasSearched(result, in: workplace) }
      try reports.writeFiles(record, .lint, in: workplace)
    } else {
      try reports.write(record, .lint, in: workplace)
    }
    return Linting.status(of: result, failOn: threshold.failOn)
  }

  /// Where nothing was linted a report would read as praise; absent paths and HCL have been told of already.
  private func sayWhatWasSearched(_ result: LintResult, in workplace: Workplace) {
    guard result.failures.isEmpty, result.hclFiles.isEmpty else { return }
    let places = (paths.isEmpty ? ["."] : paths).map { "`\($0)`" }.joined(separator: ", ")
    workplace.console.note(
      "nothing was linted: \(places) holds no JSON or YAML file whose root has `builders`",
      help: "name a template itself to have it linted whatever it holds: `ovenproof lint FILE`")
  }

  private static func standardInput() throws(HostError) -> [UInt8] {
    try Disk.readAll(STDIN_FILENO, sizeHint: 0, limit: SourceStore.sizeLimit, attempt: "read standard input")
  }
}
