import Baking

// Options of which none is given: what the parser would have made of them.

extension PackerOptions {
  static var none: PackerOptions {
    var options = PackerOptions()
    options.var = []
    options.varFile = []
    options.only = []
    options.except = []
    return options
  }
}

extension FactsOption {
  static var none: FactsOption {
    var options = FactsOption()
    options.facts = nil
    return options
  }
}

extension ReportOptions {
  static var none: ReportOptions {
    var options = ReportOptions()
    options.report = []
    options.format = nil
    return options
  }
}

extension SeverityThreshold {
  static var none: SeverityThreshold {
    var options = SeverityThreshold()
    options.failOn = nil
    return options
  }
}

extension ConsoleOptions {
  static var none: ConsoleOptions {
    var options = ConsoleOptions()
    options.color = .auto
    options.quiet = false
    options.verbose = false
    return options
  }
}

extension FixOptions {
  static var none: FixOptions {
    var options = FixOptions()
    options.fix = false
    options.unsafeFixes = false
    options.diff = false
    return options
  }
}

extension LintSelectionOptions {
  static var none: LintSelectionOptions {
    var options = LintSelectionOptions()
    options.changedSince = nil
    options.baseline = nil
    options.showSettings = false
    options.settingsFormat = .text
    return options
  }
}

extension DialectOptions {
  static var none: DialectOptions {
    var options = DialectOptions()
    options.dialect = nil
    options.vars = []
    options.varsInline = ""
    return options
  }
}

extension SpecInputOptions {
  static var none: SpecInputOptions {
    var options = SpecInputOptions()
    options.input = []
    options.inputFile = []
    return options
  }
}

extension PlatformOption {
  static var none: PlatformOption {
    var options = PlatformOption()
    options.platform = nil
    return options
  }
}

extension EngineOptions {
  static var none: EngineOptions {
    var options = EngineOptions()
    options.engine = nil
    return options
  }
}

extension EntryOption {
  static var none: EntryOption {
    var options = EntryOption()
    options.entry = nil
    return options
  }
}

extension StandInOptions {
  static var none: StandInOptions {
    var options = StandInOptions()
    options.standIn = false
    options.images = []
    return options
  }
}

extension BakeSwitches {
  static var none: BakeSwitches {
    var switches = BakeSwitches()
    switches.onError = .cleanup
    switches.parallelBuilds = 0
    switches.force = false
    switches.debug = false
    switches.timestampUi = false
    switches.pull = .changed
    switches.noCache = false
    switches.refresh = false
    switches.from = nil
    switches.explainCache = false
    switches.keep = false
    return switches
  }
}

extension BakeCommandOptions {
  /// A template has to be added.
  static var none: BakeCommandOptions {
    var options = BakeCommandOptions()
    options.packer = .none
    options.entry = .none
    options.switches = .none
    options.standIns = .none
    options.engine = .none
    options.reports = .none
    options.console = .none
    options.spec = []
    options.specInputs = .none
    return options
  }
}
