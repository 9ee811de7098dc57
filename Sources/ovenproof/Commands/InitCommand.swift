import ArgumentParser
import Host
import Lint

/// `ovenproof init`: a configuration, a hook and a CI sample from what a repository holds.
struct InitCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Propose a configuration, a hook and a CI job from what the repository holds.",
    discussion: """
      Makefiles, shell scripts and CI files are read for calls of Packer, as text; nothing is run. Without `--write` \
      the proposal is printed and nothing is changed.
      """)

  @Argument(help: "A folder of the repository.") var path = "."
  @Flag(help: "Write the files that are not there yet.") var write = false
  @Flag(help: "With `--write`: replace files that are there.") var force = false
  @OptionGroup var packer: PackerOptions

  func validate() throws {
    if force, !write { throw ValidationError("`--force` goes with `--write`") }
  }

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    guard workplace.disk.status(path)?.kind == .directory else {
      throw CommandFault(.usage, "`\(path)` is no folder", help: "name the folder that holds the templates")
    }
    let proposal = ConfigurationProposal(for: path, in: workplace.disk, inputs: packer.inputs(in: workplace))
    let disk = workplace.disk
    let isGitLab = disk.status(TreePath.joined(proposal.folder, ".gitlab-ci.yml")) != nil
    let files = [
      (LintConfiguration.fileName, proposal.text), (".pre-commit-config.yaml", Self.hook),
      isGitLab ? (".gitlab-ci.yml", Self.gitlab) : (".github/workflows/ovenproof.yml", Self.github),
    ]
    var isComplete = true
    for (name, text) in files {
      let target = TreePath.joined(proposal.folder, name)
      let shown = TreePath.seen(target, in: disk)
      let isThere = disk.status(target) != nil
      if write, !isThere || force && name == LintConfiguration.fileName {
        try HostFile.makeFolder(TreePath.parent(target))
        try HostFile.write(Array(text.utf8), to: target)
        workplace.console.write("wrote \(shown)\n")
      } else {
        if write { isComplete = false }
        workplace.console.write(
          "# \(shown)\(isThere ? ", which is there already: add to it" : "")\n\(text)\n")
      }
    }
    let count = proposal.templates.count
    let next =
      write
      ? "`ovenproof lint`" : "`ovenproof init --write` writes what is not there yet, then `ovenproof lint`"
    workplace.console.note("\(count) template\(count == 1 ? "" : "s") found", help: next)
    if !isComplete { workplace.console.note("files that are there already were left as they are") }
    return .success
  }

  private static let hook = """
    repos:
      - repo: https://github.com/ovenproof/ovenproof
        rev: v\(OvenproofCommand.version)
        hooks:
          - id: ovenproof-lint

    """

  private static let github = """
    name: ovenproof
    on: [push, pull_request]
    jobs:
      lint:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
            with: {fetch-depth: 0}
          - run: pip install pre-commit
          - run: pre-commit run ovenproof-lint --all-files

    """

  private static let gitlab = """
    ovenproof:
      image: python:3
      script:
        - pip install pre-commit
        - pre-commit run ovenproof-lint --all-files

    """
}
