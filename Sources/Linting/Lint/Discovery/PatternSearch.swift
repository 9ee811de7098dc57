import Host

/// Looks in a folder for a file that a pattern names.
struct PatternSearch {
  private let tree: any FileTree
  private let folder: String
  /// How many more names are looked at.
  private var budget = 5000

  init(_ tree: any FileTree, in folder: String) {
    self.tree = tree
    self.folder = folder
  }

  /// Whether there is one; nil where there are too many files to tell.
  mutating func holdsMatch(of text: String) -> Bool? {
    let isLiteral = !text.contains { "*?[\\".contains($0) }
    if isLiteral, text.contains("/") {
      return tree.status(TreePath.absolute("./" + text, from: folder)) != nil
    }
    let pattern = GlobPattern(text)
    var open = [""]
    while let next = open.popLast() {
      for name in (try? tree.list(TreePath.absolute("./" + next, from: folder))) ?? [] where name != ".git" {
        budget -= 1
        if budget < 0 { return nil }
        let path = TreePath.joined(next, name)
        if pattern.matches(path) { return true }
        let absolute = TreePath.absolute(path, from: folder)
        if tree.status(absolute)?.kind == .directory, !tree.isSymbolicLink(absolute) { open.append(path) }
      }
    }
    return false
  }
}
