package import Host

/// The folder of a repository: the nearest one upward that holds `.git`.
package enum RepositoryRoot {
  /// The absolute root of the repository that holds an absolute folder; nil outside of any.
  package static func above(_ folder: String, in tree: any FileTree) -> String? {
    TreePath.climb(from: folder).first { tree.status(TreePath.joined($0, ".git")) != nil }
  }

  /// An absolute folder and those above it that may hold settings for it, nearest first: up to the repository's root,
  /// or, outside of any repository, up to the working directory, or to the outermost of the folders that were named.
  static func scope(of folder: String, in tree: any FileTree, named: [String] = []) -> [String] {
    let climb = TreePath.climb(from: folder)
    let root =
      above(folder, in: tree) ?? climb.first { $0 == tree.workingDirectory }
      ?? climb.last(where: named.contains)
    guard let root else { return [folder] }
    return Array(climb.prefix { $0 != root }) + [root]
  }
}
