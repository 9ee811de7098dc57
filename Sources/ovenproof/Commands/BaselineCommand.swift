import ArgumentParser
import Diagnostics
import Host
import Lint
import Source

/// `ovenproof baseline`: the findings that were there when the tool came to a repository.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Keep the findings of an old repository apart, so that new ones stand out.",
    subcommands: [Create.self, Update.self, Prune.self])

  /// What the three have in common.
  struct Options: ParsableArguments {
    @Argument(help: "Templates and folders.") var paths: [String] = []
    @OptionGroup var packer: PackerOptions
    @Option(help: ArgumentHelp("The baseline; else the one that the configuration names.", valueName: "file"))
    var baseline: String?
  }

  /// Writes a baseline of all that lint finds now.
  struct Create: OvenproofVerb {
    static let configuration = CommandConfiguration(
      commandName: "create",
      abstract: "Write a baseline of all that lint finds now; one that is there is not replaced.")
    @OptionGroup var options: Options

    func perform(in workplace: Workplace) async throws -> ExitStatus {
      let work = BaselineWork(options, in: workplace)
      guard workplace.disk.status(work.path) == nil else {
        throw CommandFault(
          .usage, "the baseline `\(work.path)` is there already",
          help: "`ovenproof baseline update` takes in what is new, `prune` takes out what is mended")
      }
      return try work.write(try await work.present().baseline, was: nil)
    }
  }

  /// Replaces a baseline by what lint finds now.
  struct Update: OvenproofVerb {
    static let configuration = CommandConfiguration(
      commandName: "update", abstract: "Take new findings into the baseline, and mended ones out of it.")
    @OptionGroup var options: Options

    func perform(in workplace: Workplace) async throws -> ExitStatus {
      let work = BaselineWork(options, in: workplace)
      let old = try work.old()
      let (present, linted) = try await work.present()
      return try work.write(present.keeping(old) { !linted.contains($0) }, was: old)
    }
  }

  /// Takes out of a baseline what is mended.
  struct Prune: OvenproofVerb {
    static let configuration = CommandConfiguration(
      commandName: "prune", abstract: "Take mended findings out of the baseline; nothing is taken in.")
    @OptionGroup var options: Options

    func perform(in workplace: Workplace) async throws -> ExitStatus {
      let work = BaselineWork(options, in: workplace)
      let old = try work.old()
      let (present, linted) = try await work.present()
      return try work.write(old.pruned(to: present.keeping(old) { !linted.contains($0) }), was: old)
    }
  }
}
