/// The files of a cookbook that Chef sees, without those that chefignore names.
package struct CookbookFiles: Sendable, Hashable {
  /// Paths below the cookbook, sorted.
  package let paths: [String]
  private let known: Set<String>

  package init(_ paths: [String]) {
    self.paths = paths.sorted()
    known = Set(paths)
  }

  package func contains(_ path: String) -> Bool { known.contains(path) }

  /// The paths of a segment, sorted.
  package func paths(in segment: CookbookSegment) -> [String] { paths(below: segment.rawValue + "/") }

  /// The paths that begin with a prefix, sorted.
  package func paths(below prefix: String) -> [String] { paths.filter { $0.hasPrefix(prefix) } }
}
