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

  /// An old kernel, or a filter of calls, gives no descriptor to wait by, but -1: then it is looked at again and again.
  static func end(of child: pid_t, within seconds: Int32, by descriptor: Int32) -> Int32? {
    defer { if descriptor >= 0 { close(descriptor) } }
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let pause = descriptor < 0 ? 20 : seconds * 1000
    var left = seconds * 1000
    while left > 0 {
      if poll(&watched, 1, min(pause, left)) != 0 || ProcessIdentity(running: child) == nil {
        return end(of: child)
      }
      left -= pause
    }
    kill(child, SIGKILL)
    _ = end(of: child)
    return nil
  }
}
