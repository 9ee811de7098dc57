import ArgumentParser
import RuleCatalog

/// The calls that hooks and people make most, with few switches or none: what reads all of them takes as long as a small
/// lint, and has nothing to do there.
extension LintCommand {
  /// The command of a line of paths, `--hook` and the switches of Packer written with `=`; nil for any other line.
  static func plain(_ arguments: [String]) -> LintCommand? {
    guard arguments.first == "lint" else { return nil }
    var command = bare
    for word in arguments.dropFirst() {
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
  /// None is given; so below.
  fileprivate static var none: PackerOptions {
    var options = PackerOptions()
    options.var = []
    options.varFile = []
    options.only = []
    options.except = []
    return options
  }

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

extension FactsOption {
  fileprivate static var none: FactsOption {
    var options = FactsOption()
    options.facts = nil
    return options
  }
}

extension ReportOptions {
  fileprivate static var none: ReportOptions {
    var options = ReportOptions()
    options.report = []
    options.format = nil
    return options
  }
}

extension SeverityThreshold {
  fileprivate static var none: SeverityThreshold {
    var options = SeverityThreshold()
    options.failOn = nil
    return options
  }
}

extension ConsoleOptions {
  fileprivate static var none: ConsoleOptions {
    var options = ConsoleOptions()
    options.color = .auto
    options.quiet = false
    options.verbose = false
    return options
  }
}

extension FixOptions {
  fileprivate static var none: FixOptions {
    var options = FixOptions()
    options.fix = false
    options.unsafeFixes = false
    options.diff = false
    return options
  }
}

extension LintSelectionOptions {
  fileprivate static var none: LintSelectionOptions {
    var options = LintSelectionOptions()
    options.changedSince = nil
    options.baseline = nil
    options.showSettings = false
    options.settingsFormat = .text
    return options
  }
}
