/// A tree of files that can be read: the disk, or files in memory (rule examples, unsaved buffers).
///
/// Paths are relative to the tree's working directory or absolute, with `/`.
package protocol FileTree: Sendable {
  /// The absolute path at which relative ones start.
  var workingDirectory: String { get }

  /// What stands at a path, symbolic links followed; nil where nothing is.
  func status(_ path: String) -> FileStatus?

  /// Whether the last part of a path is a symbolic link.
  func isSymbolicLink(_ path: String) -> Bool

  /// The whole content of a file; refuses one of more than `limit` bytes, a device, a pipe.
  func read(_ path: String, limit: Int) throws(HostError) -> [UInt8]

  /// The names in a directory, sorted by bytes, without `.` and `..`.
  func list(_ path: String) throws(HostError) -> [String]

  /// What in a directory has a name that is not UTF-8, and so no path here: the names, bad bytes replaced, with the kinds.
  func unnameable(in path: String) -> [String: FileStatus.Kind]

  /// The content of such a file.
  func read(unnameable name: String, in path: String, limit: Int) throws(HostError) -> [UInt8]
}

extension FileTree {
  package func unnameable(in path: String) -> [String: FileStatus.Kind] { [:] }

  package func read(unnameable name: String, in path: String, limit: Int) throws(HostError) -> [UInt8] {
    throw HostError("read `\(name)`", .absent)
  }
}

/// What a path leads to.
package struct FileStatus: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case file, directory, other }

  package let kind: Kind
  /// Size in bytes.
  package let size: Int
  /// The permission bits.
  package let mode: UInt32

  package init(kind: Kind, size: Int, mode: UInt32) {
    self.kind = kind
    self.size = size
    self.mode = mode
  }
}
