/// A tree with some files of its own laid over another one: standard input, unsaved buffers.
package struct OverlayFileTree: FileTree {
  private let base: any FileTree
  private let files: [String: [UInt8]]

  /// Lays files over a tree, by the very paths under which they will be asked for.
  package init(_ files: [String: [UInt8]], over base: any FileTree) {
    self.base = base
    self.files = files
  }

  package var workingDirectory: String { base.workingDirectory }

  package func status(_ path: String) -> FileStatus? {
    guard let bytes = files[path] else { return base.status(path) }
    return FileStatus(kind: .file, size: bytes.count, mode: 0o644)
  }

  package func isSymbolicLink(_ path: String) -> Bool { files[path] == nil && base.isSymbolicLink(path) }

  package func read(_ path: String, limit: Int) throws(HostError) -> [UInt8] {
    guard let bytes = files[path] else { return try base.read(path, limit: limit) }
    guard bytes.count <= limit else { throw HostError("read `\(path)`", .other("it is too large")) }
    return bytes
  }

  package func unnameable(in path: String) -> [String: FileStatus.Kind] { base.unnameable(in: path) }

  package func read(unnameable name: String, in path: String, limit: Int) throws(HostError) -> [UInt8] {
    try base.read(unnameable: name, in: path, limit: limit)
  }

  package func list(_ path: String) throws(HostError) -> [String] { try base.list(path) }
}
