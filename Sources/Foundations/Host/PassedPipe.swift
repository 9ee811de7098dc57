import Glibc

/// A pipe that the shell hands over by its number, as bash does for `<(COMMAND)`.
package enum PassedPipe {
  /// Keeps what comes by the pipe that a path such as `/dev/fd/63` names in memory, in the place of the pipe: it can be read
  /// as often as any file. Any other path is left alone, and what cannot be kept stays a pipe, which is refused where it is read.
  package static func keep(_ path: String, limit: Int = 64 << 20) {
    let attempt = "read `\(path)`"
    guard let descriptor = number(of: path), isPipe(descriptor),
      let bytes = try? Disk.readAll(descriptor, sizeHint: 0, limit: limit, attempt: attempt),
      let memory = try? MemoryFile.holding(bytes, attempt: attempt)
    else { return }
    dup2(memory, descriptor)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    close(memory)
  }

  private static func number(of path: String) -> Int32? {
    for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
      return Int32(path.dropFirst(folder.count))
    }
    return nil
  }

  private static func isPipe(_ descriptor: Int32) -> Bool {
    var found = stat()
    return fstat(descriptor, &found) == 0 && found.st_mode & S_IFMT == S_IFIFO
  }
}
