import ArgumentParser
import Report

/// When output is coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// `true` and `false` are Packer's own words.
  init?(argument: String) {
    switch argument {
    case "true": self = .auto
    case "false": self = .never
    default: self.init(rawValue: argument)
    }
  }
}

/// How much is said, and how.
struct ConsoleOptions: ParsableArguments {
  @Option(
    name: [.long, .customLong("color", withSingleDash: true)],
    help: "Colour the output: auto, always or never.")
  var color = ColorChoice.auto

  @Flag(name: [.customShort("q"), .long], help: "Say only what went wrong.")
  var quiet = false

  @Flag(name: [.customShort("v"), .long], help: "Say more about what is done.")
  var verbose = false

  /// How much of long lists a report on standard output shows.
  var detail: TextDetail { verbose ? .full : .brief }

  /// The console that these options ask for.
  var console: Console { .current(color, quiet: quiet) }
}
