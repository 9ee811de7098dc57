package import Diagnostics
package import Source

/// The settings of `.ovenproof.yaml`, as far as lint reads them.
package struct LintConfiguration: Sendable {
  /// The name of the file.
  package static let fileName = ".ovenproof.yaml"

  /// What a rule is set to.
  package enum Level: Sendable, Hashable {
    case severity(Severity)
    case off
  }

  /// Where the settings stand; nil for the defaults.
  package var file: FileID?
  package var levels: [RuleID: Level] = [:]
  /// Patterns of files that a search leaves out, as `.gitignore` writes them.
  package var exclude: [String] = []
  /// The least severity that makes a run fail.
  package var failOn: Severity?

  package init() {}

  /// The severity of a rule whose page says `severity`; nil where the rule is off.
  package func severity(of rule: RuleID, otherwise severity: Severity) -> Severity? {
    switch levels[rule] {
    case .severity(let chosen): chosen
    case .off: nil
    case nil: severity
    }
  }
}
