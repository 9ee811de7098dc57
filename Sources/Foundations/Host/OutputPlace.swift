import Glibc

/// Where a file that is written goes, and how it comes there: through symbolic links, and without another file taking the
/// place of one that must stay what it is.
///
/// A new file takes the place of the old one at once, whole or not at all, with the old one's mode and owner. A device, a
/// pipe, a socket, a file of several names, and one whose folder takes no other file, are written into where they are.
struct OutputPlace: Sendable {
  /// The path without symbolic links at its end.
  let path: String
  /// Whether what is there is written into and stays.
  let staysItself: Bool
  private let old: Old?

  /// What a file has that stands there now.
  private struct Old: Sendable {
    let mode: UInt32
    let owner: UInt32
    let group: UInt32
  }

  /// Looks at a path, an absolute one; throws where a file is there that may not be written.
  init(_ path: String) throws(HostError) {
    let attempt = "write `\(path)`"
    var found = stat()
    guard stat(path, &found) == 0 else {
      self.path = try Self.followed(path, attempt)
      staysItself = false
      old = nil
      return
    }
    guard found.st_mode & S_IFMT == S_IFREG else {
      guard found.st_mode & S_IFMT != S_IFDIR else { throw HostError(attempt, .isDirectory) }
      self.path = path
      staysItself = true
      old = nil
      return
    }
    let real = try Self.followed(path, attempt)
    // A file that may not be written stays, even where its folder would let it be replaced.
    guard access(real, W_OK) == 0 else { throw .last(attempt) }
    self.path = real
    staysItself =
      found.st_nlink > 1 || real.hasPrefix("/proc/") || access(HostFile.folder(of: real), W_OK) != 0
    old = Old(mode: found.st_mode & 0o7777, owner: found.st_uid, group: found.st_gid)
  }

  /// Where the links at a path's end lead, also to where nothing is yet; a descriptor's link in `/proc` is not followed,
  /// since the shell that opened it goes on writing.
  private static func followed(_ path: String, _ attempt: String) throws(HostError) -> String {
    var path = path
    for _ in 0..<40 {
      guard !path.hasPrefix("/proc/"), let target = HostFile.link(at: path) else { return path }
      path = target.hasPrefix("/") ? target : HostFile.folder(of: path) + "/" + target
    }
    throw HostError(attempt, .linkLoop)
  }

  /// Puts a new file, which is gone then, in its place; `attempt` is what is told of a failure.
  func take(_ new: String, attempt: String) throws(HostError) {
    if !staysItself {
      if let old {
        // Only root can give a file away, and for anybody else it is their own.
        chown(new, old.owner, old.group)
        chmod(new, old.mode)
      }
      if rename(new, path) == 0 { return }
      // What is mounted there, or is another's in a folder like `/tmp`, can be written, not replaced.
      guard old != nil, [EBUSY, EPERM, EACCES].contains(errno) else { throw .last(attempt) }
    }
    try pour(new, attempt)
    unlink(new)
  }

  /// Writes the content of a file into what is there.
  private func pour(_ source: String, _ attempt: String) throws(HostError) {
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw .last(attempt) }
    defer { close(input) }
    let output = try opened(attempt)
    defer { close(output) }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(input, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last(attempt) }
      if count == 0 { return }
      try HostFile.writeAll(chunk[..<count], to: output, attempt: attempt)
    }
  }

  /// Opens what is there, emptied.
  func opened(_ attempt: String) throws(HostError) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last(attempt) }
    return descriptor
  }
}
