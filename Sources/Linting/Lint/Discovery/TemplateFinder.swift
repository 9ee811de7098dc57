package import Host
import Source

/// Finds the templates that paths stand for: a file is one by being named, a folder is searched.
package struct TemplateFinder {
  /// What was found.
  package struct Finding: Sendable, Equatable {
    /// The templates in order, each once, as people see them.
    package var templates: [String] = []
    /// Files that Packer reads as HCL: `*.pkr.hcl`, `*.pkr.json`.
    package var hclFiles: [String] = []
    /// Files of Ruby that were named: parts of cookbooks.
    package var rubyFiles: [String] = []
    /// Paths that are absent or cannot be read.
    package var failures: [HostError] = []
    /// What was passed over, in sentences for people.
    package var remarks: [String] = []
    /// What may be a template and could not be looked at, in sentences for people.
    package var undecided: [String] = []
  }

  /// Templates are written by people; a bigger file in a searched folder is something else.
  private static let sizeLimit = 4 << 20

  private let tree: any FileTree
  private let settings: @Sendable (_ folder: String) -> SearchSettings?
  private var seen: Set<String> = []
  private var found = Finding()

  /// A finder that goes by what the configuration in an absolute folder, if there is one, says of the search.
  package init(
    _ tree: any FileTree,
    asking settings: @escaping @Sendable (_ folder: String) -> SearchSettings? = { _ in nil }
  ) {
    self.tree = tree
    self.settings = settings
  }

  /// The templates that the paths stand for, in the order of the paths and then of the names.
  package mutating func find(_ paths: [String]) -> Finding {
    for path in paths {
      let shown = TreePath.shown(path, in: tree)
      switch tree.status(path)?.kind {
      case nil: found.failures.append(absence(of: path))
      case .directory: search(shown, by: rules(above: TreePath.absolute(path, in: tree)))
      case .file, .other: add(shown)
      }
    }
    return found
  }

  /// Why nothing is found at a path.
  private func absence(of path: String) -> HostError {
    let folder = TreePath.parent(path)
    if path.unicodeScalars.contains("\u{FFFD}"),
      tree.unnameable(in: folder.isEmpty ? "." : folder)[TreePath.name(path)] != nil
    {
      return HostError("read `\(path)`", .other("its name is not UTF-8; rename it"))
    }
    do throws(HostError) {
      _ = try tree.read(path, limit: 0)
    } catch {
      if error.reason == .linkLoop { return error }
    }
    return HostError("find `\(path)`", .absent)
  }

  private mutating func add(_ path: String) {
    guard seen.insert(TreePath.absolute(path, in: tree)).inserted else { return }
    if TemplateContent.isHCL(path) { found.hclFiles.append(path) } else { found.templates.append(path) }
  }

  /// What holds in a folder, from those above it.
  private struct Rules {
    var ignored: [IgnorePatterns] = []
    /// Of the nearest configuration.
    var settings: SearchSettings?
  }

  /// Searches a folder; folders behind symbolic links are left out, as git leaves them out.
  private mutating func search(_ folder: String, by inherited: Rules) {
    var open = [(folder: folder, rules: inherited)]
    var templates: [String] = []
    while let (folder, inherited) = open.popLast() {
      let rules = rules(in: TreePath.absolute(folder, in: tree), below: inherited)
      var names = list(folder)
      if names.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) {
        let unnameable = tree.unnameable(in: folder.isEmpty ? "." : folder)
        for (name, kind) in unnameable.sorted(by: { $0.key < $1.key }) {
          checkName(name, in: folder, kind, rules)
        }
        names.removeAll { unnameable[$0] != nil }
      }
      for name in names where name != ".git" {
        let path = TreePath.joined(folder, name)
        // A link to nowhere is passed over.
        guard let status = tree.status(path) else { continue }
        let isFolder = status.kind == .directory
        if isFolder, tree.isSymbolicLink(path) { continue }
        if rules.ignored.ignores(TreePath.absolute(path, in: tree), isFolder: isFolder) { continue }
        if isFolder {
          open.append((path, rules))
        } else if status.kind == .file, isFound(path, status.size, by: rules.settings) {
          templates.append(path)
        }
      }
    }
    for path in templates.sorted() { add(path) }
  }

  /// Says of a folder, or of a file that looks like a template, that it is not linted for its name.
  private mutating func checkName(_ name: String, in folder: String, _ kind: FileStatus.Kind, _ rules: Rules)
  {
    let path = TreePath.joined(folder, name)
    let isFolder = kind == .directory
    guard !rules.ignored.ignores(TreePath.absolute(path, in: tree), isFolder: isFolder) else { return }
    if isFolder { return found.undecided.append("folder `\(path)` is not searched: its name is not UTF-8") }
    guard kind == .file, TemplateContent.isHCL(path) || TemplateContent.syntax(of: path) != nil else {
      return
    }
    do throws(HostError) {
      let bytes = try tree.read(unnameable: name, in: folder.isEmpty ? "." : folder, limit: Self.sizeLimit)
      let types = ComponentTypes.embedded.with(rules.settings?.types ?? [])
      let evidence = TemplateEvidence(in: SourceFile(FileID(path), bytes: bytes), types)
      guard evidence != .none || TemplateContent.isHCL(path) else { return }
      found.undecided.append("template `\(path)` is not linted: its name is not UTF-8")
    } catch {
      if case .notPermitted = error.reason { addUnreadable(path) }
    }
  }

  private mutating func addUnreadable(_ path: String) {
    found.undecided.append("`\(path)` is not looked at: permission denied")
  }

  /// Whether a file is a template; says of one that may be one, or may not be read, that it was passed over.
  private mutating func isFound(_ path: String, _ size: Int, by settings: SearchSettings?) -> Bool {
    do throws(HostError) {
      let evidence = try evidence(path, size, by: settings)
      if case .doubtful(let reason) = evidence {
        found.remarks.append("`\(path)` is not looked at: \(reason); name it if it is a template")
      }
      return evidence == .strong
    } catch {
      if case .notPermitted = error.reason {
        addUnreadable(path)
      }
      return false
    }
  }

  private mutating func list(_ folder: String) -> [String] {
    do throws(HostError) {
      return try tree.list(folder.isEmpty ? "." : folder)
    } catch {
      found.failures.append(error)
      return []
    }
  }

  /// Whether a file that nobody called a template is one by its content.
  func isTemplate(_ path: String) -> Bool {
    guard let status = tree.status(path), status.kind == .file else { return false }
    let folders = RepositoryRoot.scope(of: TreePath.parent(TreePath.absolute(path, in: tree)), in: tree)
    return (try? evidence(path, status.size, by: folders.lazy.compactMap(settings).first)) == .strong
  }

  /// Whether a file, or a folder above it, is ignored.
  func isExcluded(_ path: String) -> Bool {
    let absolute = TreePath.absolute(path, in: tree)
    let patterns = rules(above: absolute).ignored
    let folders = RepositoryRoot.scope(of: TreePath.parent(absolute), in: tree).dropLast()
    return patterns.ignores(absolute, isFolder: false)
      || folders.contains { patterns.ignores($0, isFolder: true) }
  }

  /// Whether git leaves out a path at which nothing is, be it meant as a file or as a folder.
  func isIgnoredByGit(_ path: String) -> Bool {
    if isExcluded(path) { return true }
    let absolute = TreePath.absolute(path, in: tree)
    return rules(above: absolute).ignored.ignores(absolute, isFolder: true)
  }

  private func evidence(
    _ path: String, _ size: Int, by settings: SearchSettings?
  ) throws(HostError) -> TemplateEvidence {
    if TemplateContent.isHCL(path) { return .strong }
    guard TemplateContent.syntax(of: path) != nil, size <= Self.sizeLimit else { return .none }
    let file = SourceFile(FileID(path), bytes: try tree.read(path, limit: Self.sizeLimit))
    let evidence = TemplateEvidence(in: file, ComponentTypes.embedded.with(settings?.types ?? []))
    guard evidence != .strong, settings?.names(TreePath.absolute(path, in: tree)) == true else {
      return evidence
    }
    // What its owner calls a template wants little evidence.
    return evidence != .none || TemplateEvidence.isUnreadable(file) ? .strong : .none
  }

  /// What the folders above a searched one say, up to the repository's root, the outermost first.
  private func rules(above folder: String) -> Rules {
    RepositoryRoot.scope(of: folder, in: tree).dropFirst().reversed()
      .reduce(Rules()) { rules(in: $1, below: $0) }
  }

  private func rules(in folder: String, below inherited: Rules) -> Rules {
    let names = [".git/info/exclude", ".gitignore"]
    let ignored = names.compactMap { name -> IgnorePatterns? in
      let path = TreePath.joined(folder, name)
      guard tree.status(path)?.kind == .file, let bytes = try? tree.read(path, limit: 1 << 20) else {
        return nil
      }
      return IgnorePatterns(bytes, folder: folder)
    }
    let own = settings(folder)
    return Rules(
      ignored: inherited.ignored + ignored + (own?.excludes.map { [$0] } ?? []),
      settings: own ?? inherited.settings)
  }
}
