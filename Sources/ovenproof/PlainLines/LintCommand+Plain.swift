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

extension PackerOptions {
  /// Takes a switch that is written with `=`; false for any other word.
  fileprivate mutating func take(_ word: String) -> Bool {
    guard let mark = word.firstIndex(of: "=") else { return false }
    let value = String(word[word.index(after: mark)...])
    guard !value.isEmpty else { return false }
    switch word[..<mark] {
    case "-only", "--only": only.append(value)
    case "-except", "--except": except.append(value)
    case "-var-file", "--var-file": varFile.append(value)
    case "-var" where value.contains("="), "--var" where value.contains("="): `var`.append(value)
    default: return false
    }
    return true
  }
}
