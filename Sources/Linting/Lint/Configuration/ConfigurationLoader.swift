import DataSyntax
import Diagnostics
import Host
import Source

/// Finds and reads the configuration that holds for a folder.
struct ConfigurationLoader: Sendable {
  /// A configuration with its file, and what is wrong with it.
  struct Loaded: Sendable {
    var configuration = LintConfiguration()
    var file: LintedFile?
    var diagnostics: [Diagnostic] = []
  }

  let tree: any FileTree

  /// The configuration nearest upward of an absolute folder, within its repository; the defaults where there is none.
  func load(for folder: String) -> Loaded {
    for folder in RepositoryRoot.scope(of: folder, in: tree) {
      if let loaded = load(in: folder) { return loaded }
    }
    return Loaded()
  }

  /// What the configuration in an absolute folder itself leaves out of a search.
  func exclusions(in folder: String) -> IgnorePatterns? {
    guard let patterns = load(in: folder)?.configuration.exclude, !patterns.isEmpty else { return nil }
    return IgnorePatterns(lines: patterns, folder: folder)
  }

  private func load(in folder: String) -> Loaded? {
    let path = TreePath.joined(folder, LintConfiguration.fileName)
    guard tree.status(path)?.kind == .file else { return nil }
    let id = FileID(TreePath.seen(path, in: tree))
    var loaded = Loaded()
    do throws(HostError) {
      let source = SourceFile(id, bytes: try tree.read(path, limit: 1 << 20))
      let parsed = DataParser.parse(DerivedText(source), as: .yaml)
      let reader = ConfigurationReader(parsed.tree.root, of: id)
      loaded.configuration = reader.configuration
      loaded.file = LintedFile(source, tree: parsed.tree, role: .configuration)
      loaded.diagnostics = parsed.diagnostics + reader.diagnostics
    } catch {
      var findings = Findings(of: "lint/invalid-setting")
      findings.add(
        "the configuration cannot be read: \(error.reason.words)", at: Location(id, ByteRange(at: 0)),
        help: "repair `\(id.path)` or remove it")
      loaded.diagnostics = findings.diagnostics
    }
    return loaded
  }
}
