import Diagnostics
import Host
import Lint
import Source

/// Reads, makes and writes the baseline of a command.
struct BaselineWork {
  private let options: BaselineCommand.Options
  private let workplace: Workplace
  /// The baseline as people see its path.
  let path: String

  init(_ options: BaselineCommand.Options, in workplace: Workplace) {
    self.options = options
    self.workplace = workplace
    let place = options.paths.first ?? "."
    path = options.baseline ?? SettingsListing.baselinePath(for: place, in: workplace.disk)
  }

  private var folder: String { TreePath.parent(TreePath.absolute(path, in: workplace.disk)) }

  /// The baseline that is there.
  func old() throws -> Baseline {
    guard workplace.disk.status(path)?.kind == .file else {
      throw CommandFault(
        .usage, "the baseline `\(path)` does not exist", help: "`ovenproof baseline create` makes it")
    }
    let bytes = try workplace.disk.read(path, limit: 16 << 20)
    let (baseline, isSound) = Baseline.read(SourceFile(FileID(path), bytes: bytes))
    guard isSound else {
      throw CommandFault(
        .failure, "the baseline `\(path)` holds what means nothing",
        help: "`ovenproof lint` shows where; mend or remove it")
    }
    return baseline
  }

  /// What lint finds now as a baseline, with the files that it looked at, relative to the baseline's folder.
  func present() async throws -> (baseline: Baseline, linted: Set<String>) {
    let paths = options.paths.isEmpty ? ["."] : options.paths
    var request = LintRequest(paths, inputs: options.packer.inputs(in: workplace))
    request.baseline = .none
    let result = await Linting(workplace: workplace).run(request)
    guard result.failures.isEmpty else {
      throw CommandFault(.usage, "not all could be linted; no baseline was written")
    }
    let disk = workplace.disk
    let folder = folder
    let relative = { (file: FileID) in TreePath.relative(TreePath.absolute(file.path, in: disk), to: folder) }
    let whole = paths.contains { TreePath.absolute($0, in: disk) == folder }
    let baseline = Baseline(covering: result.findings, result.sources, relative: relative)
    var linted = Set(result.sources.sorted.compactMap { relative($0.id) })
    // Of what the whole folder held, nothing is left to keep.
    if whole, let old = try? old() { linted.formUnion(old.entries.map(\.key.file)) }
    return (baseline, linted)
  }

  /// Writes the baseline at once or not at all, and says what it covers.
  func write(_ baseline: Baseline, was old: Baseline?) throws -> ExitStatus {
    try HostFile.write(Array(baseline.text.utf8), to: workplace.disk.absolute(path))
    let count = baseline.count
    let before = old.map { ", before \($0.count)" } ?? ""
    try workplace.console.write("\(path): \(count) finding\(count == 1 ? "" : "s")\(before)\n")
    if old == nil, options.baseline != nil || !SettingsListing.namesBaseline(path, in: workplace.disk) {
      workplace.console.note(
        "lint does not know of it yet", help: "add `baseline: \(TreePath.name(path))` to `.ovenproof.yaml`")
    }
    return .success
  }
}
