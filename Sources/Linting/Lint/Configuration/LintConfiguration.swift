package import Diagnostics
package import Packer
package import RuleCatalog
package import Source

/// The settings of `.ovenproof.yaml`, each with its place.
package struct LintConfiguration: Sendable {
  /// The name of the file.
  package static let fileName = ".ovenproof.yaml"
  /// A name that people take for it.
  static let misspeltName = ".ovenproof.yml"

  /// Where the settings stand; nil for the defaults.
  package var file: FileID?
  /// The absolute folder of that file: patterns and paths start there.
  package var folder = "/"
  /// The absolute folder at which the paths of a run's files start.
  package var workingDirectory = "/"
  /// The rules that run; all where it is empty.
  package var select: [RuleSelector] = []
  /// `ignore` and `rules`.
  package var levels = RuleLevels()
  /// In the order of the file; the last one that speaks of a rule and a file counts.
  package var perPath: [PathSettings] = []
  /// Patterns of files that a search leaves out, as `.gitignore` writes them.
  package var exclude: [Located<String>] = []
  /// The least severity that makes a run fail.
  package var failOn: Located<Severity>?
  package var templates: [TemplateSettings] = []
  /// Files and folders of component facts, relative to the configuration's folder.
  package var components: [Located<String>] = []
  /// The version of Packer that builds the templates.
  package var packerVersion: Located<PackerVersion>?
  /// The release whose rules and severities hold.
  package var rulesAsOf: Located<RuleVersion>?
  /// The baseline file, relative to the configuration's folder.
  package var baseline: Located<String>?
  package var ownRules: [OwnRule] = []
  /// How results of steps are kept from one build to the next.
  package var snapshots = SnapshotSettings()
  /// How long a registry may neither send nor take anything.
  package var registryPatience: Located<TimeLimit>?
  /// Which containers stand in for machines.
  package var standIns = StandInSettings()
  /// The rules that the settings can name.
  var names = RuleNames.standard

  package init() {}
}
