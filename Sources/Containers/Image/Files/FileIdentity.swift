import Glibc

/// What tells one state of a file from every other on this machine: where it lies, its size, and when it was changed.
///
/// No program can set the time at which the node of a file was changed: while the identity is the same, so are the bytes.
struct FileIdentity: Sendable, Hashable {
  let device: UInt64
  let inode: UInt64
  let size: Int
  /// Nanoseconds since 1970: of the content, and of the node.
  let modified: Int
  let changed: Int

  /// The identity of an open file.
  init(_ found: stat) {
    device = UInt64(found.st_dev)
    inode = UInt64(found.st_ino)
    size = Int(found.st_size)
    modified = Self.nanoseconds(found.st_mtim)
    changed = Self.nanoseconds(found.st_ctim)
  }

  /// Whether any further change would show: a file system counts time in steps, and a change within the step of the last one
  /// leaves the times as they are.
  var isSettled: Bool {
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
