package import Source

/// Rule settings for the files that a pattern names, relative to the configuration's folder.
package struct PathSettings: Sendable, Hashable {
  package let pattern: Located<String>
  package let levels: RuleLevels
  private let glob: GlobPattern

  init(_ pattern: Located<String>, _ levels: RuleLevels) {
    self.pattern = pattern
    self.levels = levels
    glob = GlobPattern(pattern.value)
  }

  /// Whether a file, or a folder above it, is meant.
  func covers(_ path: String) -> Bool {
    var path = path
    while !path.isEmpty {
      if glob.matches(path) { return true }
      path = TreePath.parent(path)
    }
    return false
  }
}
