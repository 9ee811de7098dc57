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
}
