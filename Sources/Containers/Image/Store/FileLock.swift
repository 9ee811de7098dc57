import Glibc
import Host

/// A lock between processes that lasts as long as its scope.
enum FileLock {
  enum Kind {
    /// Held by many at once.
    case shared
    /// Held by one; waits for the others.
    case exclusive
  }

  /// Holds a lock on a file, which is made when absent, while `body` runs.
  static func hold<Result>(
    _ path: String, _ kind: Kind, _ body: () throws(ImageError) -> Result
  ) throws(ImageError) -> Result {
    let descriptor = try open(path)
    defer { close(descriptor) }
    while flock(descriptor, kind == .shared ? LOCK_SH : LOCK_EX) != 0 {
      guard errno == EINTR else { throw ImageError(.last("lock `\(path)`")) }
    }
    return try body()
  }

  /// Runs `body` with an exclusive lock, or not at all while another process holds it.
  static func tryHold(_ path: String, _ body: () throws(ImageError) -> Void) throws(ImageError) {
    let descriptor = try open(path)
    defer { close(descriptor) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try body() }
  }

  private static func open(_ path: String) throws(ImageError) -> Int32 {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw ImageError(.last("lock `\(path)`")) }
    return descriptor
  }
}
