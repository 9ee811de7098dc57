import Glibc

/// The real file system, for reading; relative paths start at `workingDirectory`.
package struct Disk: FileTree {
  package let workingDirectory: String

  package init(workingDirectory: String) { self.workingDirectory = workingDirectory }

  /// The disk as seen from the process's own working directory.
  package static func current() throws(HostError) -> Disk {
    guard let path = getcwd(nil, 0) else { throw .last("find the working directory") }
    defer { free(path) }
    return Disk(workingDirectory: String(cString: path))
  }

  /// A path as an absolute one; nothing is resolved. One with a NUL, which the system would take for its end, becomes the
  /// empty path, at which nothing ever is.
  package func absolute(_ path: String) -> String {
    if path.utf8.contains(0) { return "" }
    return path.hasPrefix("/") ? path : workingDirectory + "/" + path
  }

  package func status(_ path: String) -> FileStatus? {
    var found = stat()
    guard stat(absolute(path), &found) == 0 else { return nil }
    return FileStatus(kind: Self.kind(found.st_mode), size: Int(found.st_size), mode: found.st_mode & 0o7777)
  }

  /// When a file's content was last changed, in seconds since 1970; nil where there is none.
  package func modified(_ path: String) -> Int? {
    var found = stat()
    return stat(absolute(path), &found) == 0 ? found.st_mtim.tv_sec : nil
  }

  package func isSymbolicLink(_ path: String) -> Bool {
    var found = stat()
    return lstat(absolute(path), &found) == 0 && found.st_mode & S_IFMT == S_IFLNK
  }

  package func read(_ path: String, limit: Int) throws(HostError) -> [UInt8] {
    let attempt = "read `\(path)`"
    // O_NONBLOCK: opening a pipe that nobody writes must not hang.
    return try Self.read(open(absolute(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK), limit: limit, attempt)
  }

  /// Reads a file that was just opened, and closes it.
  static func read(_ descriptor: Int32, limit: Int, _ attempt: String) throws(HostError) -> [UInt8] {
    guard descriptor >= 0 else { throw .last(attempt) }
    defer { close(descriptor) }
    var found = stat()
    guard fstat(descriptor, &found) == 0 else { throw .last(attempt) }
    switch kind(found.st_mode) {
    case .directory: throw HostError(attempt, .isDirectory)
    case .other: throw HostError(attempt, .other("it is not a regular file"))
    case .file: break
    }
    return try readAll(descriptor, sizeHint: Int(found.st_size), limit: limit, attempt: attempt)
  }

  package func list(_ path: String) throws(HostError) -> [String] {
    guard let directory = opendir(absolute(path)) else { throw .last("list `\(path)`") }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads a descriptor to its end; refuses more than `limit` bytes.
  package static func readAll(
    _ descriptor: Int32, sizeHint: Int, limit: Int, attempt: String
  ) throws(HostError) -> [UInt8] {
    var failure: HostError?
    func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
      var filled = 0
      while filled < buffer.count {
        let count = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
        if count < 0, errno == EINTR { continue }
        if count < 0 { failure = .last(attempt) }
        guard count > 0 else { break }
        filled += count
      }
      return filled
    }
    // One byte more than expected: that it stays empty tells the end. What tells no size may give all of itself at once, or
    // never: the settings of a kernel say nothing from their second byte on.
    var capacity = sizeHint > 0 ? min(sizeHint, limit) + 1 : unsizedStep
    var bytes: [UInt8] = []
    while true {
      let part = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        count = fill(UnsafeMutableRawBufferPointer(buffer))
      }
      if let failure { throw failure }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count <= limit else {
        throw HostError(attempt, .other("it is larger than \(limit) bytes"))
      }
      guard part.count == capacity else { return bytes }
      capacity = unsizedStep
    }
  }

  private static let unsizedStep = 1 << 16

  static func kind(_ mode: mode_t) -> FileStatus.Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .directory
    default: .other
    }
  }
}

extension HostError {
  /// The failure that `errno` tells of.
  package static func last(_ attempt: String) -> HostError { .errno(Glibc.errno, attempt) }

  /// The failure that a value of `errno` stands for.
  package static func errno(_ code: Int32, _ attempt: String) -> HostError {
    let reason: Reason =
      switch code {
      case ENOENT: .absent
      case EACCES, EPERM: .notPermitted
      case EISDIR: .isDirectory
      case ENOTDIR: .notDirectory
      case EEXIST: .alreadyThere
      case ENOSPC, EDQUOT: .noSpace
      case ELOOP: .linkLoop
      default: .other(String(cString: strerror(code)))
      }
    return HostError(attempt, reason)
  }
}
