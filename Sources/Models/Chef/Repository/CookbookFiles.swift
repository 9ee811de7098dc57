package import Source

/// The files of a cookbook that Chef sees, without those that chefignore names.
package struct CookbookFiles: Sendable, Hashable {
  /// Paths below the cookbook, sorted.
  package let paths: [String]
  /// Why it may hold files that are not among them.
  package let unseen: UnknownReason?
  /// Folders that cannot be listed, with the system's words.
  let closedFolders: [Located<String>]
  private let known: Set<String>

  package init(_ paths: [String], unseen: UnknownReason? = nil, closedFolders: [Located<String>] = []) {
    self.paths = paths.sorted()
    self.unseen = unseen
    self.closedFolders = closedFolders
    known = Set(paths)
  }

  package func contains(_ path: String) -> Bool { known.contains(path) }

  /// The paths of a segment, sorted.
  package func paths(in segment: CookbookSegment) -> [String] { Array(part(below: segment.rawValue + "/")) }

  /// The paths that begin with a prefix, sorted.
  package func paths(below prefix: String) -> [String] { Array(part(below: prefix)) }

  /// The paths that begin with a prefix: sorted, they stand together.
  func part(below prefix: String) -> ArraySlice<String> {
    var first = 0
    var end = paths.count
    while first < end {
      let middle = (first + end) / 2
      if paths[middle] < prefix { first = middle + 1 } else { end = middle }
    }
    var past = paths.count
    while end < past {
      let middle = (end + past) / 2
      if paths[middle].utf8.starts(with: prefix.utf8) { end = middle + 1 } else { past = middle }
    }
    return paths[first..<past]
  }
}
