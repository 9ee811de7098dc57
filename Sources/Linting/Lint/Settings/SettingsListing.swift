package import Diagnostics
package import Host
package import Packer
import RuleCatalog
package import Source

/// The settings that hold for a path, each with its origin.
package struct SettingsListing: Sendable {
  package let settings: [EffectiveSetting]
  /// What is wrong with the configuration.
  package let diagnostics: [Diagnostic]
  /// The files that the settings stand in.
  package let sources: SourceSet

  /// What the command line sets by itself.
  package struct CommandLine: Sendable {
    package var failOn: Severity?
    package var baseline: String?
    package var variables: [(name: String, value: String)] = []
    package var variableFiles: [String] = []

    package init() {}
  }

  /// The settings that hold for a template or a folder.
  package init(for path: String, in tree: any FileTree, _ commandLine: CommandLine) {
    let absolute = TreePath.absolute(path, in: tree)
    let isFolder = tree.status(path)?.kind == .directory
    let loaded = ConfigurationLoader(tree: tree).load(for: isFolder ? absolute : TreePath.parent(absolute))
    diagnostics = loaded.diagnostics
    sources = loaded.sources
    let listing = Self.listing(of: loaded.configuration, commandLine, template: isFolder ? nil : FileID(path))
    settings = listing
  }

  /// The baseline that the configuration of a path names, else the usual one beside it, as people see it.
  package static func baselinePath(for path: String, in tree: any FileTree) -> String {
    let absolute = TreePath.absolute(path, in: tree)
    let folder = tree.status(path)?.kind == .directory ? absolute : TreePath.parent(absolute)
    let configuration = ConfigurationLoader(tree: tree).load(for: folder).configuration
    let root =
      configuration.file == nil ? RepositoryRoot.above(folder, in: tree) ?? folder : configuration.folder
    let name = configuration.baseline?.value ?? Baseline.fileName
    return TreePath.seen(TreePath.absolute(name, from: root), in: tree)
  }

  /// The rules that the configuration of a folder defines itself.
  package static func ownRules(for folder: String, in tree: any FileTree) -> [OwnRule] {
    ConfigurationLoader(tree: tree).load(for: TreePath.absolute(folder, in: tree)).configuration.ownRules
  }

  /// The files of component facts that the configuration of a folder names.
  package static func ownComponents(for folder: String, in tree: any FileTree) -> [ComponentFile] {
    ConfigurationLoader(tree: tree).load(for: TreePath.absolute(folder, in: tree)).components
  }

  /// Whether a configuration names a baseline.
  package static func namesBaseline(_ path: String, in tree: any FileTree) -> Bool {
    let absolute = TreePath.absolute(path, in: tree)
    let configuration = ConfigurationLoader(tree: tree).load(for: TreePath.parent(absolute)).configuration
    return configuration.baseline.map { TreePath.absolute($0.value, from: configuration.folder) == absolute }
      ?? false
  }

  private static func listing(
    of configuration: LintConfiguration, _ line: CommandLine, template: FileID?
  ) -> [EffectiveSetting] {
    var found: [EffectiveSetting] = []
    func add(_ path: [String], _ value: String, _ origin: Location?) {
      found.append(.init(path, value, origin.map { .file($0) } ?? .standard))
    }
    func add(_ key: String, _ values: [Located<String>], otherwise: String) {
      for value in values { add([key], value.value, value.location) }
      if values.isEmpty { add([key], otherwise, nil) }
    }
    func selectors(_ key: String, _ values: [RuleSelector], otherwise: String) {
      add(key, values.map { Located($0.word, at: $0.location) }, otherwise: otherwise)
    }
    selectors("select", configuration.select, otherwise: "all rules")
    selectors("ignore", configuration.levels.ignore, otherwise: "none")
    for set in configuration.levels.rules {
      add(["rules", set.selector.word], set.level.word, set.selector.location)
    }
    for path in configuration.perPath {
      let pattern = path.pattern.value
      for word in path.levels.ignore { add(["per-path", pattern, "ignore"], word.word, word.location) }
      for set in path.levels.rules {
        add(["per-path", pattern, "rules", set.selector.word], set.level.word, set.selector.location)
      }
    }
    add("exclude", configuration.exclude, otherwise: "none")
    if let given = line.failOn {
      found.append(.init(["fail-on"], given.rawValue, .commandLine))
    } else {
      add(["fail-on"], configuration.failOn?.value.rawValue ?? "error", configuration.failOn?.location)
    }
    if let given = line.baseline {
      found.append(.init(["baseline"], given, .commandLine))
    } else {
      add("baseline", configuration.baseline.map { [$0] } ?? [], otherwise: "none")
    }
    for template in configuration.templates(for: template) { found += settings(of: template) }
    found += line.variableFiles.map { .init(["var-file"], $0, .commandLine) }
    // What a variable is set to may be a secret.
    found += line.variables.map { .init(["var", $0.name], "set", .commandLine) }
    add("components", configuration.components, otherwise: "none")
    let version = configuration.packerVersion
    add(["packer-version"], version?.value.description ?? "any", version?.location)
    add(
      ["rules-as-of"], configuration.rulesAsOf?.value.description ?? "this release",
      configuration.rulesAsOf?.location)
    let snapshots = configuration.snapshots
    add(["snapshots", "max-age"], snapshots.maxAge?.value.words ?? "86400 s", snapshots.maxAge?.location)
    add(
      ["snapshots", "size"], snapshots.size.map { "\($0.value) B" } ?? "10000000000 B",
      snapshots.size?.location)
    let patience = configuration.registryPatience
    add(["registries", "patience"], patience?.value.words ?? "120 s", patience?.location)
    found += standIns(of: configuration.standIns)
    add("own-rules", configuration.ownRules.map { Located($0.id.name, at: $0.location) }, otherwise: "none")
    return found
  }

  private static func standIns(of settings: StandInSettings) -> [EffectiveSetting] {
    func entries(
      _ key: String, _ values: [(name: Located<String>, image: Located<String>)]
    ) -> [EffectiveSetting] {
      values.map { .init(["stand-ins", key, $0.name.value], $0.image.value, .file($0.image.location)) }
    }
    return entries("builds", settings.builds) + entries("images", settings.images)
      + settings.packages.map { .init(["stand-ins", "packages"], $0.value, .file($0.location)) }
  }

  private static func settings(of template: TemplateSettings) -> [EffectiveSetting] {
    let path = ["templates", template.name]
    var found = [EffectiveSetting(path + ["path"], template.pattern.value, .file(template.pattern.location))]
    if let folder = template.workingDirectory {
      found.append(.init(path + ["working-directory"], folder.value, .file(folder.location)))
    }
    found += template.variableFiles.map { .init(path + ["var-files"], $0.value, .file($0.location)) }
    found += template.variables.map {
      .init(path + ["vars", $0.name.value], "set", .file($0.value.location))
    }
    return found
  }
}

extension RuleLevels.Level {
  /// The word that sets it.
  fileprivate var word: String {
    switch self {
    case .severity(let severity): severity.rawValue
    case .off: "off"
    }
  }
}

extension TimeLimit {
  fileprivate var words: String { seconds.map { "\($0) s" } ?? "never" }
}

extension LintConfiguration {
  /// The entries of `templates` that speak of a template; all where none is asked for.
  func templates(for template: FileID?) -> [TemplateSettings] {
    guard let template else { return templates }
    return templates.filter { GlobPattern($0.pattern.value).matches(relative(template)) }
  }
}
