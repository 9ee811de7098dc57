import RuleCatalog
import ArgumentParser
import Host
import Lint

/// `ovenproof init`: a configuration, a hook and CI samples from what a repository holds.
struct InitCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Propose a configuration, a hook and CI jobs from what the repository holds.",
    discussion: """
      Makefiles, shell scripts and CI files are read for calls of Packer, as text; nothing is run. Without `--write` \
      the proposal is printed and nothing is changed.
      """)

  @Argument(help: "A folder of the repository.") var path = "."
  @Flag(help: "Write the files that are not there yet.") var write = false
  @Flag(help: "With `--write`: replace a configuration that is there.") var force = false
  @Option(
    help: ArgumentHelp(
      "Who is to run lint: github, gitlab or make; repeatable. Else those that the repository has files for.",
      valueName: "runner"))
  var ci: [SampleFile.Runner] = []
  @OptionGroup var packer: PackerOptions

  func validate() throws {
    if force, !write { throw ValidationError("`--force` goes with `--write`") }
  }

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    guard workplace.disk.status(path)?.kind == .directory else {
      throw CommandFault(.usage, "`\(path)` is no folder", help: "name the folder that holds the templates")
    }
    let proposal = ConfigurationProposal(for: path, in: workplace.disk, inputs: packer.inputs(in: workplace))
    let runners = RepositoryRunners(of: proposal.folder, in: workplace.disk)
    let chosen = ci.isEmpty ? runners.runners : ci
    let settings = SampleFile(path: LintConfiguration.fileName, text: proposal.text)
    let files = [settings, .hook(version: Release.version)] + chosen.map(runners.sample)
    var left: [String] = []
    for file in files where try !offer(file, in: proposal.folder, workplace) { left.append(file.path) }
    let count = proposal.templates.count
    let next =
      write
      ? "`ovenproof lint`" : "`ovenproof init --write` writes what is not there yet, then `ovenproof lint`"
    workplace.console.note("\(count) template\(count == 1 ? "" : "s") found", help: next)
    if chosen.isEmpty {
      workplace.console.note(
        "nothing tells who runs this repository's jobs",
        help: "`--ci github`, `gitlab` or `make` adds a sample")
    }
    if write, !left.isEmpty {
      let names = left.map { "`\($0)`" }.joined(separator: ", ")
      workplace.console.note("\(names): there already, and left as \(left.count == 1 ? "it is" : "they are")")
    }
    return .success
  }

  /// Writes a file that is to be written, else shows it; whether nothing is left to do for it.
  private func offer(_ file: SampleFile, in root: String, _ workplace: Workplace) throws -> Bool {
    let target = TreePath.joined(root, file.path)
    let shown = TreePath.seen(target, in: workplace.disk)
    let isThere = workplace.disk.status(target) != nil
    guard write, !isThere || force && file.path == LintConfiguration.fileName else {
      if isThere, let present = try? workplace.disk.read(target, limit: Linter.sizeLimit) {
        if String(decoding: present, as: UTF8.self).contains(file.text) {
          try workplace.console.write("# \(shown) holds it already\n")
          return true
        }
      }
      let remark = isThere ? ", which is there already: add to it" : ""
      try workplace.console.write("# \(shown)\(remark)\n\(file.text)\n")
      return false
    }
    try HostFile.makeFolder(TreePath.parent(target))
    try HostFile.write(Array(file.text.utf8), to: target)
    try workplace.console.write("wrote \(shown)\n")
    return true
  }
}

extension SampleFile.Runner: ExpressibleByArgument {}
