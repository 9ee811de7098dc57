import ArgumentParser
import DataSyntax
import Diagnostics
import Host
import Lint
import Packer
import Source

/// What narrows a run of lint, and what shows how it is set.
struct LintSelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Lint only the templates that were changed since a git reference, or that refer to a changed file.",
      valueName: "reference"))
  var changedSince: String?

  @Option(help: ArgumentHelp("Keep the findings that a baseline knows apart.", valueName: "file"))
  var baseline: String?

  @Flag(help: "Print the settings that hold for the path, each with where it comes from, and lint nothing.")
  var showSettings = false

  @Option(help: ArgumentHelp("The form of `--show-settings`: text or json.", valueName: "form"))
  var settingsFormat = RulesCommand.Format.text

  /// Narrows a request to what was changed, and names its baseline.
  func narrow(_ request: inout LintRequest, in workplace: Workplace) async throws(CommandFault) {
    if let baseline {
      guard workplace.disk.status(baseline)?.kind == .file else {
        throw CommandFault(
          .usage, "the baseline `\(baseline)` does not exist", help: "`ovenproof baseline create` makes one")
      }
      request.baseline = .file(baseline)
    }
    guard let reference = changedSince else { return }
    do throws(GitChanges.Failure) {
      request.bounds = request.paths.contains(".") ? [] : request.paths
      request.paths = try await GitChanges(folder: Self.folder(of: request.paths, in: workplace)).files(
        since: reference)
      request.mode = .changedFiles
    } catch {
      throw Self.fault(error, reference)
    }
  }

  /// The folder in which git is asked: that of the first path, which may lie in another repository.
  private static func folder(of paths: [String], in workplace: Workplace) -> String {
    guard let path = paths.first.map({ TreePath.absolute($0, in: workplace.disk) }) else {
      return workplace.disk.workingDirectory
    }
    switch workplace.disk.status(path)?.kind {
    case .directory: return path
    case .file: return TreePath.parent(path)
    case .other, nil: return workplace.disk.workingDirectory
    }
  }

  private static func fault(_ failure: GitChanges.Failure, _ reference: String) -> CommandFault {
    switch failure {
    case .noGit:
      CommandFault(
        .undecided, "`git` is not there to say what was changed",
        help: "install it, or lint without `--changed-since`")
    case .noRepository:
      CommandFault(
        .undecided, "this is no git repository, so that nothing says what was changed",
        help: "lint without `--changed-since`")
    case .unknownReference:
      CommandFault(
        .usage, "git knows no commit `\(reference)`",
        help: "name a branch, tag or commit; in a shallow clone, fetch it first: `git fetch origin main`")
    case .other(let words): CommandFault(.undecided, "git did not say what was changed: \(words)")
    }
  }

  /// Prints the settings that hold for a path.
  func show(
    for paths: [String], _ failOn: Severity?, _ packer: PackerOptions, in workplace: Workplace
  ) throws -> ExitStatus {
    let path = paths.first ?? "."
    guard workplace.disk.status(path) != nil else { throw CommandFault(.usage, "`\(path)` does not exist") }
    let inputs = packer.inputs(in: workplace)
    var line = SettingsListing.CommandLine()
    line.failOn = failOn
    line.baseline = baseline
    line.variables = inputs.variables
    line.variableFiles = inputs.variableFiles
    let listing = SettingsListing(for: path, in: workplace.disk, line)
    if !listing.diagnostics.isEmpty { workplace.show(listing.diagnostics, in: listing.sources) }
    switch settingsFormat {
    case .json: try workplace.console.write(Self.json(listing, path).indented)
    case .text:
      let rows = listing.settings.map {
        [$0.name, $0.value, Self.words(for: $0.origin, in: listing.sources)]
      }
      try workplace.console.write(Table(head: ["SETTING", "VALUE", "FROM"], rows: rows).text)
    }
    return listing.diagnostics.isEmpty ? .success : .failure
  }

  private static func words(for origin: EffectiveSetting.Origin, in sources: SourceSet) -> String {
    switch origin {
    case .standard: return "default"
    case .commandLine: return "command line"
    case .file(let place):
      let position = sources[place.file]?.position(at: place.range.start)
      return "\(place.file):\(position?.line ?? 0):\(position?.column ?? 0)"
    }
  }

  private static func json(_ listing: SettingsListing, _ path: String) -> JSONText {
    let settings = listing.settings.map { setting -> JSONText in
      var origin: [JSONText.Member]
      switch setting.origin {
      case .standard: origin = [.init("kind", .string("default"))]
      case .commandLine: origin = [.init("kind", .string("command-line"))]
      case .file(let place):
        let position = listing.sources[place.file]?.position(at: place.range.start)
        origin = [
          .init("kind", .string("file")), .init("file", .string(place.file.path)),
          .init("line", .integer(position?.line ?? 0)), .init("column", .integer(position?.column ?? 0)),
        ]
      }
      return .object([
        .init("name", .string(setting.name)), .init("value", .string(setting.value)),
        .init("origin", .object(origin)),
      ])
    }
    return .object([
      .init("schema", .string("ovenproof/settings/1")), .init("path", .string(path)),
      .init("settings", .array(settings)),
    ])
  }
}
