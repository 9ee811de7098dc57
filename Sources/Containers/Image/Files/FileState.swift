import Glibc

/// What tells one state of a file from every other on this machine: where it lies, its size, and when it was changed.
///
/// No program can set the time at which the node of a file was changed: while the state is the same, so are the bytes.
package struct FileState: Sendable, Hashable, CustomStringConvertible {
  let device: UInt64
  let inode: UInt64
  let size: Int
  /// Nanoseconds since 1970: of the content, and of the node.
  let modified: Int
  let changed: Int

  /// The state of a file by its path, links followed; nil for one that is not there.
  package init?(at path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    self.init(found)
  }

  /// The state that the kernel tells of a file.
  init(_ found: stat) {
    device = UInt64(found.st_dev)
    inode = UInt64(found.st_ino)
    size = Int(found.st_size)
    modified = Self.nanoseconds(found.st_mtim)
    changed = Self.nanoseconds(found.st_ctim)
  }

  /// All of it in one line.
  package var description: String { "\(device) \(inode) \(size) \(modified) \(changed)" }

  /// Whether any further change would show: a file system counts time in steps, and a change within the step of the last one
  /// leaves the times as they are.
  package var isSettled: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    // Whole seconds are the step of some file systems; the kernel's own is ten milliseconds at most.
    let step = changed % 1_000_000_000 == 0 ? 2_000_000_000 : 50_000_000
    return Self.nanoseconds(now) - max(changed, modified) > step
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
