import ArgumentParser

/// `ovenproof rules`: what lint knows, and what it finds.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules, explain one, count what each finds.",
    subcommands: [
      RulesListCommand.self, RulesExplainCommand.self, RulesStatsCommand.self, RulesIndexCommand.self,
    ],
    defaultSubcommand: RulesListCommand.self)

  /// The forms in which the subcommands answer.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }
}
