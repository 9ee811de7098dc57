import DataSyntax
import Diagnostics
import Packer
import RuleCatalog
import Source

/// Reads a configuration from its tree, and says what in it means nothing.
struct ConfigurationReader {
  static let keys = [
    "select", "ignore", "rules", "per-path", "exclude", "fail-on", "baseline", "templates", "components",
    "packer-version", "rules-as-of", "own-rules", "snapshots", "registries", "stand-ins",
  ]
  static let severities = Severity.allCases.reversed().map(\.rawValue)

  var configuration = LintConfiguration()
  /// The rules that can be named.
  let names: RuleNames
  var settings = Findings(of: "lint/unknown-setting")
  var values = Findings(of: "lint/invalid-setting")
  var unknown = Findings(of: "lint/unknown-rule")
  var renamed = Findings(of: "lint/renamed-rule")

  /// What is wrong, in the order of the file.
  var diagnostics: [Diagnostic] {
    (settings.diagnostics + values.diagnostics + unknown.diagnostics + renamed.diagnostics).sorted()
  }

  /// Reads the root of a file; `ownRules` are those that it defines itself.
  init(_ root: DataNode, of file: FileID, ownRules: [OwnRule] = []) {
    names = RuleNames.standard.adding(ownRules.map(\.facts))
    configuration.file = file
    configuration.ownRules = ownRules
    configuration.names = names
    for (first, again) in root.tree.duplicateKeys {
      values.add(
        "`\(again.string ?? "")` stands here a second time", at: again.location,
        help: "keep one of them: the last one counts",
        labels: [Label("the first stands here", at: first.location)])
    }
    switch root.kind {
    case .mapping: for entry in root.entries { read(entry) }
    case .missing, .null: break
    default:
      values.add(
        "the configuration is not a mapping", at: root.location,
        help: "write a setting on each line, as `rules:`, `exclude:` or `fail-on:`")
    }
  }

  private mutating func read(_ entry: DataEntry) {
    let value = entry.value
    switch entry.key.string {
    case "select":
      configuration.select = selectors(value, of: "select")
      if value.kind == .sequence, value.items.isEmpty {
        values.add(
          "`select` is empty, so that every rule is asked", at: value.location, atMost: .warning,
          help: "remove it, or name the rules that are to be asked")
      }
    case "ignore": configuration.levels.ignore = selectors(value, of: "ignore")
    case "rules": configuration.levels.rules = levels(value, of: "rules")
    case "per-path": readPaths(value)
    case "exclude": configuration.exclude = texts(value, of: "exclude", help: "write it as `.gitignore` does")
    case "fail-on": readThreshold(value)
    case "baseline": configuration.baseline = path(value, of: "baseline")
    case "templates": readTemplates(value)
    case "components":
      configuration.components = texts(
        value, of: "components", help: "name a file or folder of component facts, as `packer/components`")
    case "packer-version": readPackerVersion(value)
    case "rules-as-of": readRulesAsOf(value)
    case "snapshots": readSnapshots(value)
    case "registries": readRegistries(value)
    case "stand-ins": readStandIns(value)
    // They are read before: other settings may name them.
    case "own-rules": break
    case let key:
      settings.add(
        unknownSetting: entry.key, among: Self.keys,
        message: "the configuration has no setting `\(key ?? "")`")
    }
  }

  private mutating func readThreshold(_ value: DataNode) {
    guard let severity = Self.severity(value) else {
      return refuse(value, "fail-on", allowed: Self.severities)
    }
    configuration.failOn = Located(severity, at: value.contentLocation)
  }

  private mutating func readPackerVersion(_ value: DataNode) {
    guard value.isScalar, let version = value.string.flatMap({ PackerVersion($0) }) else {
      return refuse(value, "packer-version", help: "write the version that builds the templates, as `1.8.4`")
    }
    if version.numbers[0] > 1 {
      values.add(
        "there is no Packer `\(version)`", at: value.contentLocation, atMost: .warning,
        help: "write the version that builds the templates, as `1.8.4`")
    }
    configuration.packerVersion = Located(version, at: value.contentLocation)
  }

  private mutating func readRulesAsOf(_ value: DataNode) {
    guard value.isScalar, let version = value.string.flatMap({ RuleVersion($0) }) else {
      return refuse(value, "rules-as-of", help: "write a release of Ovenproof, as `0.1`")
    }
    configuration.rulesAsOf = Located(version, at: value.contentLocation)
  }
}
