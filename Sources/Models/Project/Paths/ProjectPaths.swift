/// Turns paths as options write them into paths under which a file tree knows them.
package struct ProjectPaths: Sendable, Hashable {
  /// The absolute folder at which the tree's relative paths start.
  package let root: String
  /// The folder in which Packer runs, relative to the root; empty for the root itself.
  package let directory: String

  /// Whether the folder was found by trying, and nobody has named it.
  package let isGuessed: Bool

  package init(root: String, directory: String, isGuessed: Bool = false) {
    self.root = root
    self.isGuessed = isGuessed
    self.directory = directory == "." ? "" : Self.trimmed(directory)
  }

  /// The folder in which Packer runs, absolute.
  package var workingDirectory: String {
    if directory.hasPrefix("/") { return directory }
    return directory.isEmpty ? root : Self.joined(root, directory)
  }

  /// The path under which the tree knows what an option names: relative to the root where it lies below it.
  package func path(_ written: String) -> String {
    var path = Self.trimmed(written)
    while path.hasPrefix("./") { path = String(path.dropFirst(2).drop { $0 == "/" }) }
    if path.isEmpty || path == "." { path = directory.isEmpty ? "." : "" }
    if !path.hasPrefix("/"), !directory.isEmpty {
      path = path.isEmpty ? directory : Self.joined(directory, path)
    }
    let prefix = root == "/" ? "/" : root + "/"
    return path.hasPrefix(prefix) && path.utf8.count > prefix.utf8.count
      ? String(path.dropFirst(prefix.count)) : path
  }

  private static func joined(_ folder: String, _ path: String) -> String {
    folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
