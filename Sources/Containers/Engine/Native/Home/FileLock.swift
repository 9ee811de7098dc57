import Glibc
import Host

/// A lock on a file that ends with the process that holds it, whatever ends that process.
struct FileLock: ~Copyable {
  enum Kind: Sendable, Hashable { case shared, exclusive }

  private let descriptor: Int32

  /// Takes the lock if nobody holds a conflicting one; nil otherwise, and where the file is absent and not
  /// to be made.
  init?(_ kind: Kind, on path: String, makes: Bool) throws(EngineError) {
    let opened = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | (makes ? O_CREAT : 0), 0o600)
    if opened < 0, errno == ENOENT, !makes { return nil }
    guard opened >= 0 else { throw .system("lock `\(path)`") }
    guard flock(opened, (kind == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 else {
      let code = errno
      close(opened)
      if code == EWOULDBLOCK { return nil }
      throw .host(.errno(code, "lock `\(path)`"))
    }
    descriptor = opened
  }

  /// Waits until the exclusive lock is ours; nil where the file is absent, or gone by then. For a process of one thread.
  init?(waitingFor path: String) throws(EngineError) {
    let opened = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    if opened < 0, errno == ENOENT { return nil }
    guard opened >= 0 else { throw .system("lock `\(path)`") }
    while flock(opened, LOCK_EX) != 0 {
      let code = errno
      if code == EINTR { continue }
      close(opened)
      throw .host(.errno(code, "lock `\(path)`"))
    }
    if access(path, F_OK) != 0 {
      close(opened)
      return nil
    }
    descriptor = opened
  }

  deinit { close(descriptor) }
}
