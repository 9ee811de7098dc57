import ArgumentParser

/// `ovenproof spec`: writes specs, looks at them, and turns them into each other's dialects.
struct SpecCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spec", abstract: "Write a spec from an image, check specs, convert them.",
    subcommands: [SpecInitCommand.self, SpecLintCommand.self, SpecConvertCommand.self])
}
