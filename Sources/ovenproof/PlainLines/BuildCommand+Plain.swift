extension BuildCommand {
  /// The command of a line with a template, an engine, `--quiet` and the switches of Packer written with `=`; nil for any other line.
  static func plain(_ words: ArraySlice<String>) -> BuildCommand? {
    var command = BuildCommand()
    command.options = .none
    command.dryRun = false
    command.resume = false
    var templates: [String] = []
    var rest = words
    while let word = rest.popFirst() {
      switch word {
      case "--quiet", "-q": command.options.console.quiet = true
      case "--engine":
        guard let engine = rest.popFirst().flatMap(EngineOptions.Choice.init(argument:)) else { return nil }
        command.options.engine.engine = engine
      default:
        if !word.hasPrefix("-") {
          templates.append(word)
        } else if !command.options.packer.take(word) {
          return nil
        }
      }
    }
    guard templates.count == 1 else { return nil }
    command.options.template = templates[0]
    return command
  }
}
