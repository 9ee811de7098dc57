import Glibc

/// What a file has besides its content: owner, mode, time, and the capabilities of a program.
struct FileAttributes: Sendable, Hashable {
  var owner: UInt32
  var group: UInt32
  /// Permission bits with setuid, setgid and sticky.
  var mode: UInt32
  var modified: Int
  var nanoseconds: Int
  /// The value of `security.capability`; the one extended attribute that docker carries into a container.
  var programCapabilities: [UInt8]?

  init(
    owner: UInt32, group: UInt32, mode: UInt32, modified: Int, nanoseconds: Int = 0,
    programCapabilities: [UInt8]? = nil
  ) {
    self.owner = owner
    self.group = group
    self.mode = mode
    self.modified = modified
    self.nanoseconds = nanoseconds
    self.programCapabilities = programCapabilities
  }

  init(_ status: stat, programCapabilities: [UInt8]? = nil) {
    self.init(
      owner: status.st_uid, group: status.st_gid, mode: status.st_mode & 0o7777,
      modified: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec, programCapabilities: programCapabilities)
  }

  /// The times as `utimensat` takes them: last access, then last change.
  var times: [timespec] {
    let time = timespec(tv_sec: modified, tv_nsec: nanoseconds)
    return [time, time]
  }
}
