import Diagnostics
import Host
import RuleCatalog
import Source

/// Says what a configuration names that is not there, and what in it has no effect.
struct ConfigurationCheck {
  private let tree: any FileTree
  private let configuration: LintConfiguration
  private var findings = Findings(of: "lint/invalid-setting")

  var diagnostics: [Diagnostic] { findings.diagnostics }

  init(_ configuration: LintConfiguration, in tree: any FileTree) {
    self.tree = tree
    self.configuration = configuration
    checkRelease()
    for pattern in configuration.exclude + configuration.perPath.map(\.pattern) { check(pattern) }
    for template in configuration.templates { check(template) }
    checkNames()
  }

  private mutating func checkRelease() {
    guard let named = configuration.rulesAsOf, let current = RuleVersion(Release.version) else { return }
    if let first = RuleVersion.first, named.value < first {
      findings.add(
        "no release came before \(first), and `rules-as-of` names `\(named.value)`", at: named.location,
        help: "write `\(first)`, or a later one")
    }
    guard named.value > current else { return }
    findings.add(
      "the release `\(named.value)` of `rules-as-of` is later than this one", at: named.location,
      help: "this is \(Release.version): write it, or an earlier one")
  }

  private mutating func check(_ template: TemplateSettings) {
    if let folder = template.workingDirectory {
      let path = TreePath.absolute(folder.value, from: configuration.folder)
      if tree.status(path)?.kind != .directory {
        findings.add(
          "`working-directory` names no folder: `\(folder.value)`", at: folder.location,
          help: "write a folder that is there, from the configuration's folder on")
      }
    }
    let pattern = template.pattern
    guard check(pattern) else { return }
    var search = PatternSearch(tree, in: configuration.folder)
    if search.holdsMatch(of: pattern.value) == false {
      findings.add(
        "`\(pattern.value)` names no file", at: pattern.location,
        help: "`path` starts at the configuration's folder; `**` stands for any number of folders",
        severity: .warning)
    }
  }

  /// Whether a pattern can match anything; one that cannot is told of.
  @discardableResult
  private mutating func check(_ pattern: Located<String>) -> Bool {
    guard GlobPattern(pattern.value).isBroken else { return true }
    findings.add(
      "`\(pattern.value)` matches nothing: a `[` in it is not closed", at: pattern.location,
      help: "close the set with `]`, or write `\\[` for the sign itself")
    return false
  }

  /// Entries of one pattern must be told apart: findings and `--entry` name them.
  private mutating func checkNames() {
    var seen: Set<[String]> = []
    for template in configuration.templates {
      guard !seen.insert([template.pattern.value, template.name]).inserted else { continue }
      findings.add(
        "a second entry for `\(template.pattern.value)` is called `\(template.name)`",
        at: template.pattern.location, help: "give each a `name` of its own", severity: .warning)
    }
  }
}
