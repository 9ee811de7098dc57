import DataSyntax
import Diagnostics
import RuleCatalog
import Source

/// Reads a configuration from its tree, and says what in it means nothing.
struct ConfigurationReader {
  private static let keys = ["rules", "exclude", "fail-on"]
  private static let severities = Severity.allCases.reversed().map(\.rawValue)

  private(set) var configuration = LintConfiguration()
  private var settings = Findings(of: "lint/unknown-setting")
  private var values = Findings(of: "lint/invalid-setting")
  private var names = Findings(of: "lint/unknown-rule")

  /// What is wrong, in the order of the file.
  var diagnostics: [Diagnostic] {
    (settings.diagnostics + values.diagnostics + names.diagnostics).sorted()
  }

  init(_ root: DataNode, of file: FileID) {
    configuration.file = file
    switch root.kind {
    case .mapping: for entry in root.entries { read(entry) }
    case .missing, .null: break
    default:
      values.add(
        "the configuration is not a mapping", at: root.location,
        help: "write `rules:`, `exclude:` or `fail-on:`")
    }
  }

  private mutating func read(_ entry: DataEntry) {
    switch entry.key.string {
    case "rules": readRules(entry.value)
    case "exclude": readExclude(entry.value)
    case "fail-on":
      guard let severity = Self.severity(entry.value) else {
        return refuse(entry.value, "fail-on", allowed: Self.severities)
      }
      configuration.failOn = severity
    case let key:
      let near = Suggestion.nearest(to: key ?? "", among: Self.keys)
      settings.add(
        "the configuration has no setting `\(key ?? "")`", at: entry.key.location,
        help: near.map { "did you mean `\($0)`?" } ?? "its settings are \(list(Self.keys))")
    }
  }

  private mutating func readRules(_ value: DataNode) {
    guard value.kind == .mapping else {
      if value.kind != .missing, value.kind != .null {
        values.add(
          "`rules` is not a mapping", at: value.location, help: "write a rule and its severity on each line")
      }
      return
    }
    for entry in value.entries {
      let name = entry.key.string ?? ""
      guard RuleCatalog.page(RuleID(name)) != nil else {
        names.add(unknownRule: name, at: entry.key.location)
        continue
      }
      if let severity = Self.severity(entry.value) {
        configuration.levels[RuleID(name)] = .severity(severity)
      } else if Self.isOff(entry.value) {
        configuration.levels[RuleID(name)] = .off
      } else {
        refuse(entry.value, name, allowed: Self.severities + ["off"])
      }
    }
  }

  private mutating func readExclude(_ value: DataNode) {
    let items = value.kind == .sequence ? value.items : [value]
    for item in items where item.kind != .missing && item.kind != .null {
      guard item.kind != .mapping, item.kind != .sequence, let pattern = item.string else {
        values.add(
          "a pattern of `exclude` is not a text", at: item.location, help: "write it as `.gitignore` does")
        continue
      }
      configuration.exclude.append(pattern)
    }
  }

  private mutating func refuse(_ value: DataNode, _ setting: String, allowed: [String]) {
    let written = value.string.map { "`\($0)`" } ?? "this"
    values.add(
      "\(written) is no value of `\(setting)`", at: value.location, help: "it is one of \(list(allowed))")
  }

  private static func severity(_ value: DataNode) -> Severity? {
    value.string.flatMap(Severity.init(rawValue:))
  }

  /// `off` is a boolean in YAML 1.1, a text in 1.2.
  private static func isOff(_ value: DataNode) -> Bool { value.string == "off" || value.bool == false }

  private func list(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
}
