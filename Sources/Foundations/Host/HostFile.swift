import Glibc

/// Writing on the host's disk: whole or not at all.
package enum HostFile {
  /// Replaces a file's content; readers see the old or the new content, never a part.
  package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(HostError) {
    let attempt = "write `\(path)`"
    let temporary = try makeTemporary(
      bytes, in: folder(of: path), suffix: ".partial", mode: mode, attempt: attempt)
    guard rename(temporary, path) == 0 else {
      let error = HostError.last(attempt)
      unlink(temporary)
      throw error
    }
  }

  /// Replaces the content of a file that is there, through symbolic links, keeping its mode and its owner.
  package static func rewrite(_ bytes: [UInt8], at path: String) throws(HostError) {
    let attempt = "write `\(path)`"
    guard let resolved = realpath(path, nil) else { throw .last(attempt) }
    defer { free(resolved) }
    let real = String(cString: resolved)
    var found = stat()
    guard stat(real, &found) == 0 else { throw .last(attempt) }
    // A file that may not be written stays, even where its folder would let it be replaced.
    guard access(real, W_OK) == 0 else { throw .last(attempt) }
    let temporary = try makeTemporary(
      bytes, in: folder(of: real), suffix: ".partial", mode: found.st_mode & 0o7777, attempt: attempt)
    // Only root can give a file away, and for anybody else it is their own.
    if chown(temporary, found.st_uid, found.st_gid) == 0 { chmod(temporary, found.st_mode & 0o7777) }
    guard rename(temporary, real) == 0 else {
      let error = HostError.last(attempt)
      unlink(temporary)
      throw error
    }
  }

  /// Makes a new file of a name of its own and returns its path.
  package static func makeTemporary(
    _ bytes: [UInt8], in folder: String, suffix: String = "", mode: UInt32,
    attempt: String = "write a temporary file"
  ) throws(HostError) -> String {
    let name = String(UInt64.random(in: .min ... .max), radix: 36)
    let path = "\(folder)/.ovenproof-\(name)\(suffix)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .last(attempt) }
    do throws(HostError) {
      defer { close(descriptor) }
      guard fchmod(descriptor, mode) == 0 else { throw .last(attempt) }
      try writeAll(bytes, to: descriptor, attempt: attempt)
      guard fsync(descriptor) == 0 else { throw .last(attempt) }
    } catch {
      unlink(path)
      throw error
    }
    return path
  }

  /// Appends to a file, which is made when absent.
  package static func append(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(HostError) {
    let attempt = "write `\(path)`"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .last(attempt) }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, attempt: attempt)
  }

  /// Makes a folder and those above it; one that is there is no error.
  package static func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(HostError) {
    if mkdir(path, mode) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, folder(of: path) != path else { throw .last("make the folder `\(path)`") }
    try makeFolder(folder(of: path), mode: mode)
    guard mkdir(path, mode) == 0 || errno == EEXIST else { throw .last("make the folder `\(path)`") }
  }

  /// Removes a file; an absent one is no error.
  package static func remove(_ path: String) { unlink(path) }

  /// The folder that holds a path.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, attempt: String) throws(HostError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 || errno == EINTR else { throw .last(attempt) }
      written += max(0, count)
    }
  }
}
