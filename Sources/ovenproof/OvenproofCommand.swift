import ArgumentParser
import Diagnostics
import RuleCatalog

/// The program itself.
struct OvenproofCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ovenproof",
    abstract: "Lints, rehearses, bakes and verifies machine images from Packer templates.",
    version: Release.version,
    subcommands: [
      OverviewCommand.self, LintCommand.self, PlanCommand.self, BuildCommand.self, VerifyCommand.self,
      TestCommand.self, ShellCommand.self, GossCommand.self, DGossCommand.self,
      ReportCommand.self, ImageCommand.self, RulesCommand.self, BaselineCommand.self, InitCommand.self,
      SpecCommand.self, SchemaCommand.self,
      DoctorCommand.self, CleanCommand.self, StructureTestCommand.self,
    ],
    defaultSubcommand: OverviewCommand.self)

  private static var names: [String] {
    configuration.subcommands.map { $0.configuration.commandName ?? "" } + ["help"]
  }

  /// The command of a line without faults, read by the named command alone: on the way to it the parser reads it several
  /// times, which takes as long as a small lint. Nil where the whole parser has to say something.
  static func sound(_ arguments: [String]) -> (any ParsableCommand)? {
    let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    guard let named, named.configuration.subcommands.isEmpty else { return nil }
    return try? named.parseAsRoot(Array(arguments.dropFirst()))
  }

  /// What is wrong with a command line that could not be read because switches stand before the command.
  static func faultOfOrder(in arguments: [String]) -> CommandFault? {
    guard arguments.first?.hasPrefix("-") == true, let command = arguments.first(where: names.contains) else {
      return nil
    }
    return CommandFault(
      .usage, "switches stand behind the command, not before it", help: "write `ovenproof \(command) …` first"
    )
  }

  /// What is wrong with the first word of a command line where it names no command.
  static func fault(ofFirst word: String) -> CommandFault? {
    guard !word.hasPrefix("-"), !names.contains(word) else { return nil }
    let near = Suggestion.nearest(to: word, among: names).map { "did you mean `\($0)`? " } ?? ""
    return CommandFault(
      .usage, "there is no command `\(word)`",
      help:
        "\(near)`ovenproof --help` lists the commands; a template goes to one of them: `ovenproof lint FILE`")
  }

  /// A switch that is none, where the parser took a letter of it for `-h`; nil where help was asked for, be it as `-qh`.
  static func faultOfHelp(in arguments: [String]) -> CommandFault? {
    guard arguments.allSatisfy({ !["-h", "-help", "--help", "--help-hidden", "help"].contains($0) }),
      let word = arguments.first(where: {
        $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.contains("h")
          && !$0.dropFirst().allSatisfy("hqv".contains)
      })
    else { return nil }
    return CommandFault(
      .usage, "there is no switch `\(word)`",
      help: word == "-machine-readable"
        ? "`--format json` writes what programs read"
        : "`ovenproof \(arguments[0]) --help` lists the switches")
  }
}
