import Glibc

/// What people type at the terminal of standard input.
enum TerminalInput {
  /// Whether somebody can be asked.
  static var isThere: Bool { isatty(STDIN_FILENO) == 1 }

  /// The next line without its end; nil at the end of the input, and when the task is cancelled.
  static func line() async -> String? {
    var watched = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    // A blocking read would not see an interruption.
    while poll(&watched, 1, 0) == 0 {
      do { try await Task.sleep(for: .milliseconds(50)) } catch { return nil }
    }
    return readLine()
  }
}
