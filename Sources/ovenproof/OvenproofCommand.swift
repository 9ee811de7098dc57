import ArgumentParser

/// The program itself.
struct OvenproofCommand: ParsableCommand {
  /// The version that `--version` prints and reports carry.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "ovenproof",
    abstract: "Lints, rehearses, bakes and verifies machine images from Packer templates.",
    version: version,
    subcommands: [
      OverviewCommand.self, LintCommand.self, PlanCommand.self, BuildCommand.self, VerifyCommand.self, TestCommand.self,
      ReportCommand.self, ImageCommand.self, RulesCommand.self, DoctorCommand.self, CleanCommand.self,
    ],
    defaultSubcommand: OverviewCommand.self)
}
