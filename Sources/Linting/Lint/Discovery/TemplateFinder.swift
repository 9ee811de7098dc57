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
    /// Paths that are absent or cannot be read.
    package var failures: [HostError] = []
    /// What was passed over, in sentences for people.
    package var remarks: [String] = []
  }

  /// Templates are written by people; a bigger file in a searched folder is something else.
  private static let sizeLimit = 4 << 20

  private let tree: any FileTree
  private let excludes: @Sendable (_ folder: String) -> IgnorePatterns?
  private var seen: Set<String> = []
  private var found = Finding()

  /// A finder that leaves out what `excludes` (the configuration that holds in a folder) names.
  package init(
    _ tree: any FileTree, excluding excludes: @escaping @Sendable (_ folder: String) -> IgnorePatterns?
  ) {
    self.tree = tree
    self.excludes = excludes
  }

  /// The templates that the paths stand for, in the order of the paths and then of the names.
  package mutating func find(_ paths: [String]) -> Finding {
    for path in paths {
      let shown = TreePath.shown(path, in: tree)
      switch tree.status(path)?.kind {
      case nil: found.failures.append(HostError("find `\(path)`", .absent))
      case .directory: search(shown, ignoring: ignorePatterns(above: TreePath.absolute(path, in: tree)))
      case .file, .other: add(shown)
      }
    }
    return found
  }

  private mutating func add(_ path: String) {
    guard seen.insert(TreePath.absolute(path, in: tree)).inserted else { return }
    if TemplateContent.isHCL(path) { found.hclFiles.append(path) } else { found.templates.append(path) }
  }

  /// Searches a folder; folders behind symbolic links are left out, as git leaves them out.
  private mutating func search(_ folder: String, ignoring inherited: [IgnorePatterns]) {
    var open = [(folder: folder, patterns: inherited)]
    var templates: [String] = []
    while let (folder, inherited) = open.popLast() {
      let patterns = inherited + ownPatterns(of: TreePath.absolute(folder, in: tree))
      for name in list(folder) where name != ".git" {
        let path = TreePath.joined(folder, name)
        guard let status = tree.status(path) else {
          checkName(path, patterns)
          continue
        }
        let isFolder = status.kind == .directory
        if isFolder, tree.isSymbolicLink(path) { continue }
        if patterns.ignores(TreePath.absolute(path, in: tree), isFolder: isFolder) { continue }
        if isFolder {
          open.append((path, patterns))
        } else if status.kind == .file, isTemplate(path, size: status.size) {
          templates.append(path)
        }
      }
    }
    for path in templates.sorted() { add(path) }
  }

  /// Says of a file that cannot be looked at for its name that it was not; a link to nowhere is passed over.
  private mutating func checkName(_ path: String, _ patterns: [IgnorePatterns]) {
    guard path.unicodeScalars.contains("\u{FFFD}"), TemplateContent.syntax(of: path) != nil,
      !patterns.ignores(TreePath.absolute(path, in: tree), isFolder: false)
    else { return }
    found.remarks.append("`\(path)` is not looked at: its name is not UTF-8")
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
    return isTemplate(path, size: status.size)
  }

  /// Whether a file, or a folder above it, is ignored.
  func isExcluded(_ path: String) -> Bool {
    let absolute = TreePath.absolute(path, in: tree)
    let patterns = ignorePatterns(above: absolute)
    let folders = RepositoryRoot.scope(of: TreePath.parent(absolute), in: tree).dropLast()
    return patterns.ignores(absolute, isFolder: false)
      || folders.contains { patterns.ignores($0, isFolder: true) }
  }

  private func isTemplate(_ path: String, size: Int) -> Bool {
    if TemplateContent.isHCL(path) { return true }
    guard TemplateContent.syntax(of: path) != nil, size <= Self.sizeLimit,
      let bytes = try? tree.read(path, limit: Self.sizeLimit)
    else { return false }
    return TemplateContent.isTemplate(SourceFile(FileID(path), bytes: bytes))
  }

  /// The patterns of the folders above a searched one, up to the repository's root, the outermost first.
  private func ignorePatterns(above folder: String) -> [IgnorePatterns] {
    let scope = RepositoryRoot.scope(of: folder, in: tree)
    return scope.dropFirst().reversed().flatMap(ownPatterns)
  }

  private func ownPatterns(of folder: String) -> [IgnorePatterns] {
    let names = [".git/info/exclude", ".gitignore"]
    let ignored = names.compactMap { name -> IgnorePatterns? in
      let path = TreePath.joined(folder, name)
      guard tree.status(path)?.kind == .file, let bytes = try? tree.read(path, limit: 1 << 20) else {
        return nil
      }
      return IgnorePatterns(bytes, folder: folder)
    }
    return ignored + (excludes(folder).map { [$0] } ?? [])
  }
}
