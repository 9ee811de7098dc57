import Glibc

/// Writing on the host's disk: whole or not at all.
package enum HostFile {
  /// Replaces a file's content; readers see the old or the new content, never a part. A device, a pipe and a file of several
  /// names are written where they are, and links are followed: `/dev/stdout` must not become a file. A file that is there
  /// keeps its mode and its owner; a new one has `mode`, less what the umask takes. What is not durable is not waited for until it
  /// is on the disk: after a loss of power it may be empty or absent, which must be no worse than never having written it.
  package static func write(
    _ bytes: [UInt8], to path: String, mode: UInt32 = 0o666, isDurable: Bool = true
  ) throws(HostError) {
    let attempt = "write `\(path)`"
    let place = try OutputPlace(path)
    if place.staysItself {
      let descriptor = try place.opened(attempt)
      defer { close(descriptor) }
      return try writeAll(bytes[...], to: descriptor, attempt: attempt)
    }
    let temporary = try makeTemporary(
      bytes, in: folder(of: place.path), suffix: ".partial", mode: mode, isDurable: isDurable,
      attempt: attempt)
    do throws(HostError) { try place.take(temporary, attempt: attempt) } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Whether two paths lead to one file.
  package static func areSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
  }

  /// Where a symbolic link leads; nil for what is none.
  static func link(at path: String) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink(path, &target, target.count - 1)
    return count > 0 ? String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }

  /// The path of what is there, without symbolic links; nil where nothing is.
  package static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Makes a new file of a name of its own and returns its path; the umask takes from its mode.
  package static func makeTemporary(
    _ bytes: [UInt8], in folder: String, suffix: String = "", mode: UInt32, isDurable: Bool = true,
    attempt: String = "write a temporary file"
  ) throws(HostError) -> String {
    let name = String(UInt64.random(in: .min ... .max), radix: 36)
    let path = "\(folder)/.ovenproof-\(name)\(suffix)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .last(attempt) }
    do throws(HostError) {
      defer { close(descriptor) }
      try writeAll(bytes[...], to: descriptor, attempt: attempt)
      guard !isDurable || fsync(descriptor) == 0 else { throw .last(attempt) }
    } catch {
      unlink(path)
      throw error
    }
    return path
  }

  /// Makes a folder that only its owner can enter, named by the process and at random, and returns its path.
  package static func makeTemporaryFolder(in folder: String) throws(HostError) -> String {
    try makeFolder(folder)
    let path = "\(folder)/\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
    guard mkdir(path, 0o700) == 0 else { throw .last("make a temporary folder in `\(folder)`") }
    return path
  }

  /// Removes a folder with all that is in it; an absent one is no error.
  package static func removeFolder(_ path: String) throws(HostError) {
    guard let name = path.split(separator: "/").last, access(path, F_OK) == 0 else { return }
    try OpenFolder(folder(of: path)).remove(Array(name.utf8))
  }

  /// Appends to a file, which is made when absent.
  package static func append(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o666) throws(HostError) {
    let attempt = "write `\(path)`"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .last(attempt) }
    defer { close(descriptor) }
    try writeAll(bytes[...], to: descriptor, attempt: attempt)
  }

  /// Makes a folder and those above it; one that is there is no error.
  package static func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(HostError) {
    if mkdir(path, mode) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, folder(of: path) != path else { throw .last("make the folder `\(path)`") }
    try makeFolder(folder(of: path), mode: mode)
    guard mkdir(path, mode) == 0 || errno == EEXIST else { throw .last("make the folder `\(path)`") }
  }

  /// Puts a file into another place of the same file system, in place of what is there.
  package static func move(_ path: String, to target: String) throws(HostError) {
    guard rename(path, target) == 0 else { throw .last("write `\(target)`") }
  }

  /// Removes a file; an absent one is no error.
  package static func remove(_ path: String) { unlink(path) }

  /// The folder that holds a path.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32, attempt: String) throws(HostError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .last(attempt) }
      rest = rest.dropFirst(count)
    }
  }
}
