import CLinux
import Glibc

/// A child that this process has forked and waits for.
enum ForkedChild {
  /// Waits for its end, and says how that was as a shell does: the exit code, or 128 and the signal that ended it.
  static func end(of child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return 1 }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// The same within some seconds; nil for a child that took longer, and was killed.
  static func end(of child: pid_t, within seconds: Int32) -> Int32? {
    end(of: child, within: seconds, by: clinux_process_descriptor(child))
  }

  /// The same by a descriptor that shows the child's end, or by -1 where the kernel gives none.
  static func end(of child: pid_t, within seconds: Int32, by descriptor: Int32) -> Int32? {
    defer { if descriptor >= 0 { close(descriptor) } }
    if ProcessIdentity.ends(child, within: seconds, by: descriptor) { return end(of: child) }
    kill(child, SIGKILL)
    _ = end(of: child)
    return nil
  }
}
