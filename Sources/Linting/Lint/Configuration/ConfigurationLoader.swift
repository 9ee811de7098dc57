import DataSyntax
import Diagnostics
import Host
import Packer
import Source

/// Finds and reads the configuration that holds for a folder.
struct ConfigurationLoader: Sendable {
  /// A configuration with its files, and what is wrong with it.
  struct Loaded: Sendable {
    var configuration = LintConfiguration()
    /// The configuration, and files of rules that it names.
    var files: [LintedFile] = []
    /// Facts about the user's own components.
    var components: [ComponentFile] = []
    /// Everything that was read.
    var sources = SourceSet()
    var diagnostics: [Diagnostic] = []
  }

  let tree: any FileTree
  /// The absolute folders that were named to be linted.
  var named: [String] = []
  /// A file that takes the place of the one that is looked for.
  var given: String?

  /// The largest file that settings may name.
  private static let sizeLimit = 1 << 20

  /// The configuration nearest upward of an absolute folder, within its repository; the defaults where there is none.
  func load(for folder: String) -> Loaded { home(of: folder).map(load(in:)) ?? Loaded() }

  /// The configurations that hold for folders; one that holds for several is read once.
  func load(for folders: Set<String>) -> [String: Loaded] {
    let homes = folders.map { (folder: $0, home: home(of: $0)) }
    let known = Dictionary(uniqueKeysWithValues: Set(homes.compactMap(\.home)).map { ($0, load(in: $0)) })
    return Dictionary(
      uniqueKeysWithValues: homes.map { ($0.folder, $0.home.flatMap { known[$0] } ?? Loaded()) })
  }

  /// The nearest folder upward that holds a configuration.
  private func home(of folder: String) -> String? {
    RepositoryRoot.scope(of: folder, in: tree, named: named).first {
      tree.status(TreePath.joined($0, LintConfiguration.fileName)) != nil || misnamed(in: $0) != nil
    }
  }

  /// The path of a configuration whose name ends as other YAML files do, where no other is.
  private func misnamed(in folder: String) -> String? {
    let path = TreePath.joined(folder, LintConfiguration.misspeltName)
    return tree.status(path)?.kind == .file ? path : nil
  }

  /// What the configuration in an absolute folder itself says of the search for templates.
  func searchSettings(in folder: String) -> SearchSettings? {
    let path = TreePath.joined(folder, LintConfiguration.fileName)
    guard tree.status(path)?.kind == .file, let source = try? source(path) else { return nil }
    let configuration = ConfigurationReader(
      DataParser.parse(DerivedText(source), as: .yaml).tree.root, of: source.id
    ).configuration
    let excluded = configuration.exclude.map(\.value)
    var collector = ComponentCollector(tree: tree, folder: folder)
    for path in configuration.components { collector.add(path) }
    return SearchSettings(
      folder: folder, excludes: excluded.isEmpty ? nil : IgnorePatterns(lines: excluded, folder: folder),
      templates: configuration.templates.map { GlobPattern($0.pattern.value) },
      types: Set(collector.files.map(\.name)))
  }

  private func load(in folder: String) -> Loaded {
    let path = TreePath.joined(folder, LintConfiguration.fileName)
    do throws(HostError) {
      return loaded(from: try source(path), in: folder)
    } catch {
      if tree.status(path) == nil, let misnamed = misnamed(in: folder) {
        return refused(
          misnamed, "the configuration is not read", help: "call it `\(LintConfiguration.fileName)`")
      }
      return refused(
        path, "the configuration cannot be read: \(error.reason.words)",
        help: "repair `\(TreePath.seen(path, in: tree))` or remove it")
    }
  }

  /// The defaults, with what is wrong with the file that was to change them.
  private func refused(_ path: String, _ message: String, help: String) -> Loaded {
    var findings = Findings(of: "lint/invalid-setting")
    let id = FileID(TreePath.seen(path, in: tree))
    findings.add(message, at: Location(id, ByteRange(at: 0)), help: help)
    var loaded = Loaded()
    loaded.diagnostics = findings.diagnostics
    return loaded
  }

  private func loaded(from source: SourceFile, in folder: String) -> Loaded {
    let parsed = DataParser.parse(DerivedText(source), as: .yaml)
    var own = OwnRuleReader { path throws(HostError) in try self.source(TreePath.absolute(path, from: folder))
    }
    if let rules = parsed.tree.root["own-rules"] { own.add(rules) }
    let reader = ConfigurationReader(parsed.tree.root, of: source.id, ownRules: own.rules)
    var loaded = Loaded()
    loaded.configuration = reader.configuration
    loaded.configuration.folder = folder
    loaded.configuration.workingDirectory = tree.workingDirectory
    loaded.files = [LintedFile(source, tree: parsed.tree, role: .configuration)] + own.files
    for file in loaded.files { loaded.sources.insert(file.source) }
    let check = ConfigurationCheck(loaded.configuration, in: tree)
    loaded.diagnostics = parsed.diagnostics + reader.diagnostics + own.diagnostics + check.diagnostics
    if source.bytes.allSatisfy({ $0 <= 0x20 }) { loaded.diagnostics += Self.emptiness(of: source) }
    loadComponents(into: &loaded)
    return loaded
  }

  private static func emptiness(of source: SourceFile) -> [Diagnostic] {
    var findings = Findings(of: "lint/invalid-setting")
    findings.add(
      "the configuration is empty", at: Location(source.id, ByteRange(at: 0)),
      help: "write settings, `ovenproof init` proposes some, or remove the file")
    return findings.diagnostics
  }

  /// Reads the files of component facts, and reports what is wrong in them.
  private func loadComponents(into loaded: inout Loaded) {
    var collector = ComponentCollector(tree: tree, folder: loaded.configuration.folder)
    for path in loaded.configuration.components { collector.add(path) }
    loaded.components = collector.files
    for source in collector.sources { loaded.sources.insert(source) }
    loaded.diagnostics += collector.diagnostics
  }

  private func source(_ path: String) throws(HostError) -> SourceFile {
    SourceFile(FileID(TreePath.seen(path, in: tree)), bytes: try tree.read(path, limit: Self.sizeLimit))
  }
}
