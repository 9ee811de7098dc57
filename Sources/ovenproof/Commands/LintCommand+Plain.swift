import ArgumentParser
import RuleCatalog

/// The call without switches, which hooks and people make most: what reads switches takes as long as a small lint, and has
/// nothing to do there.
extension LintCommand {
  /// The command of a line that names paths alone; nil for any other line.
  static func plain(_ arguments: [String]) -> LintCommand? {
    guard arguments.first == "lint", !arguments.contains(where: { $0.hasPrefix("-") })
    else { return nil }
    var command = LintCommand()
    command.paths = Array(arguments.dropFirst())
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
