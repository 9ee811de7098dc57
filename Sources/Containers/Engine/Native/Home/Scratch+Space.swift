import Glibc
import Host

extension Scratch {
  /// Throws when the disk below the container is full: a program may have succeeded although what it wrote
  /// was cut short.
  func expectSpace() throws(EngineError) {
    var disk = statvfs()
    guard statvfs(path, &disk) == 0 else { return }
    let bytes = UInt64(disk.f_bfree) * UInt64(disk.f_frsize)
    // Some file systems do not count their inodes.
    let hasInodes = disk.f_files == 0 || disk.f_ffree > 0
    guard bytes < 64 << 10 || !hasInodes else { return }
    throw EngineError(
      .noSpace, "no space is left under `\(path)`, so what the last command wrote may be cut short",
      help: HostError.Reason.noSpace.help)
  }
}
