import Chef
import Diagnostics
import Host
import Image
import Lint
import Packer
import Project
import Report
import Rules
import Source

/// Lint as the commands run it: on the disk, with every rule, told as a record.
struct Linting: Sendable {
  let workplace: Workplace
  /// The files; the disk, with what came by standard input laid over it.
  var tree: any FileTree
  /// What is known of the machines that are built.
  var facts: NodeFacts?
  /// Which builds are rehearsed in a container, beside what the settings say.
  var standIns = StandInRequest()

  /// The images of the store.
  private var bases: BaseImages {
    guard let store = try? workplace.store else { return .none }
    return BaseImages { name in
      guard let image = try? store.image(name) else { return nil }
      return try? store.view(image, as: name)
    }
  }

  init(workplace: Workplace) {
    self.workplace = workplace
    tree = workplace.disk
  }

  /// Lints, says what could not be read, and points out HCL files.
  func run(_ request: LintRequest) async -> LintResult {
    let result = await workplace.inMemory {
      await Linter(tree, registry: .standard, facts: facts, bases: bases).run(request)
    }
    tell(of: result)
    return result
  }

  /// Mends what can be mended at a level, in memory, and says what `run` says of the result.
  func mend(_ request: LintRequest, at level: FixLevel) async -> FixResult {
    let result = await workplace.inMemory {
      await Fixer(tree, registry: .standard, level: level).run(request)
    }
    tell(of: result.lint)
    if result.isUnsettled {
      workplace.console.note(
        "fixes were left after \(Fixer.maximumRounds) rounds", help: "run the command again")
    }
    return result
  }

  private func tell(of result: LintResult) {
    for failure in result.failures { workplace.console.complain(failure.description) }
    for sentence in result.undecided {
      workplace.console.complain(
        sentence, help: "mend that, or leave it out of the search with `exclude` in `.ovenproof.yaml`")
    }
    for remark in result.remarks { workplace.console.note(remark) }
    if !result.hclFiles.isEmpty { workplace.console.note(Self.notice(on: result.hclFiles)) }
  }

  /// Lints and plans one template as it is to be built; throws where it is absent, or of a kind that cannot be
  /// planned yet.
  func prepare(
    _ template: String, as entry: String?, reading digests: ProjectInputs.Digests, _ inputs: TemplateInputs
  ) async throws(CommandFault) -> PreparedTemplate {
    guard tree.status(template)?.kind != .directory else {
      throw CommandFault(
        .usage, "`\(template)` is a folder",
        help: "name one template; `ovenproof lint \(template)` finds them")
    }
    let attempt = await workplace.inMemory { () -> Result<PreparedTemplate, UnclearEntry> in
      Result { () throws(UnclearEntry) in
        try Linter(tree, registry: .standard, facts: facts, standIns: standIns, bases: bases).prepare(
          template, as: entry, reading: digests, inputs)
      }
    }
    let prepared: PreparedTemplate
    switch attempt {
    case .success(let value): prepared = value
    case .failure(let error): throw CommandFault(.usage, error.message, help: error.help)
    }
    if let failure = prepared.lint.failures.first {
      throw CommandFault(.usage, failure.description, help: "name a Packer template in JSON or YAML")
    }
    guard prepared.lint.hclFiles.isEmpty else {
      throw CommandFault(
        .undecided, "`\(template)` is written in HCL2, which is not planned yet",
        help: "bake it with `packer build`; `ovenproof verify` judges the image that it makes")
    }
    if let project = prepared.project, project.paths.isGuessed {
      workplace.console.note(
        "its files are found from `\(project.workingDirectory)`, so that it is built there",
        help: "run it there, or name the folder as `working-directory` under `templates` in `.ovenproof.yaml`"
      )
    }
    return prepared
  }

  /// What is said once about templates in Packer's newer language.
  private static func notice(on files: [String]) -> String {
    let shown = files.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    let rest = files.count > 3 ? " and \(files.count - 3) more" : ""
    return """
      \(shown)\(rest): HCL2 templates are not analysed yet; `ovenproof verify` judges the images that they make, \
      and `packer validate` checks the templates themselves
      """
  }

  /// The status that findings stand for.
  static func status(of result: LintResult, failOn: Severity?) -> ExitStatus {
    let threshold = failOn ?? result.failOn ?? .error
    let isFailure = result.findings.contains { $0.severity >= threshold && !$0.isPreview }
    let verdict: ExitStatus = isFailure ? .failure : result.undecided.isEmpty ? .success : .undecided
    return result.failures.isEmpty && result.rubyFiles.isEmpty ? verdict : max(verdict, .usage)
  }
}
