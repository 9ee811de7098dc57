import Host
import Source

/// A tree in which files that were removed stand at their old places, empty: what named them finds them there.
struct RestoredFileTree: FileTree {
  let base: any FileTree
  /// The absolute paths of the files.
  private let removed: Set<String>
  /// The absolute folders that hold them, up to the root.
  private let folders: Set<String>

  init(_ removed: Set<String>, over base: any FileTree) {
    self.base = base
    self.removed = removed
    folders = Set(removed.flatMap { TreePath.climb(from: TreePath.parent($0)) })
  }

  var workingDirectory: String { base.workingDirectory }

  func status(_ path: String) -> FileStatus? {
    if let status = base.status(path) { return status }
    let place = TreePath.absolute(path, in: base)
    if removed.contains(place) { return FileStatus(kind: .file, size: 0, mode: 0o644) }
    return folders.contains(place) ? FileStatus(kind: .directory, size: 0, mode: 0o755) : nil
  }

  func isSymbolicLink(_ path: String) -> Bool { base.isSymbolicLink(path) }

  func read(_ path: String, limit: Int) throws(HostError) -> [UInt8] {
    if base.status(path) == nil, removed.contains(TreePath.absolute(path, in: base)) { return [] }
    return try base.read(path, limit: limit)
  }

  func unnameable(in path: String) -> [String: FileStatus.Kind] { base.unnameable(in: path) }

  func read(unnameable name: String, in path: String, limit: Int) throws(HostError) -> [UInt8] {
    try base.read(unnameable: name, in: path, limit: limit)
  }

  func list(_ path: String) throws(HostError) -> [String] {
    let folder = TreePath.absolute(path, in: base)
    let restored = removed.union(folders).filter { TreePath.parent($0) == folder }.map(TreePath.name)
    guard !restored.isEmpty else { return try base.list(path) }
    return Set(restored + ((try? base.list(path)) ?? [])).sorted()
  }
}
