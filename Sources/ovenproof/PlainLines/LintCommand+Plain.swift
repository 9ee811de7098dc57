import RuleCatalog

extension LintCommand {
  /// The command of a line of paths, `--hook` and the switches of Packer written with `=`; nil for any other line.
  static func plain(_ words: ArraySlice<String>) -> LintCommand? {
    var command = bare
    for word in words {
      if word == "--hook" {
        command.hook = true
      } else if word.isEmpty {
        return nil
      } else if !word.hasPrefix("-") {
        command.paths.append(word)
      } else if !command.packer.take(word) {
        return nil
      }
    }
    return command
  }

  /// The command of a line without words.
  private static var bare: LintCommand {
    var command = LintCommand()
    command.paths = []
    command.packer = .none
    command.facts = .none
    command.profile = .standard
    command.syntaxOnly = false
    command.machineReadable = false
    command.reports = .none
    command.threshold = .none
    command.consoleOptions = .none
    command.stdinFilename = nil
    command.hook = false
    command.runList = nil
    command.mending = .none
    command.selection = .none
    return command
  }
}
