import CLinux
import Glibc
import Host

/// A program of the machine that a child of the engine runs to its end.
enum CapturedProgram {
  private enum End { case closed, late, enough }

  /// Runs it with bytes for its input; what it prints is kept up to a limit. The code is as a shell reports it, 28 where the time
  /// was over, and 0 where what it had printed was enough.
  static func run(
    _ words: [String], input: [UInt8], limit: Int, by deadline: Deadline,
    until isEnough: ([UInt8]) -> Bool = { _ in false }
  ) -> (code: Int32, output: [UInt8], error: String) {
    var (output, error): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard let given = try? MemoryFile.holding(input, attempt: "hold a program's input"),
      clinux_pipe(&output) == 0, clinux_pipe(&error) == 0
    else { return (126, [], "") }
    let child = fork()
    guard child >= 0 else { return (126, [], "") }
    if child == 0 {
      signal(SIGPIPE, SIG_DFL)
      _ = clinux_die_with_parent()
      dup2(given, STDIN_FILENO)
      dup2(output[1], STDOUT_FILENO)
      dup2(error[1], STDERR_FILENO)
      let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
      execv(words[0], arguments)
      _exit(127)
    }
    for descriptor in [given, output[1], error[1]] { close(descriptor) }
    let (said, end) = collect([output[0], error[0]], limit: limit, by: deadline, until: isEnough)
    if end != .closed { kill(child, SIGKILL) }
    let code = ForkedChild.end(of: child)
    return (
      end == .closed ? code : end == .late ? 28 : 0, said[0], String(decoding: said[1], as: UTF8.self)
    )
  }

  /// Reads from pipes to their ends, or until the time is over or the first has given enough.
  private static func collect(
    _ pipes: [Int32], limit: Int, by deadline: Deadline, until isEnough: ([UInt8]) -> Bool
  ) -> (said: [[UInt8]], end: End) {
    var said: [[UInt8]] = pipes.map { _ in [] }
    var open = Set(pipes.indices)
    defer { pipes.forEach { close($0) } }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while !open.isEmpty {
      var watched = open.sorted().map { pollfd(fd: pipes[$0], events: Int16(POLLIN), revents: 0) }
      let milliseconds = Int32(clamping: Int((deadline.left * 1000).rounded(.up)))
      guard milliseconds > 0 else { return (said, .late) }
      guard poll(&watched, nfds_t(watched.count), milliseconds) > 0 else { continue }
      for (index, entry) in zip(open.sorted(), watched) where entry.revents != 0 {
        let count = read(pipes[index], &piece, piece.count)
        if count <= 0 {
          open.remove(index)
        } else if said[index].count < limit {
          said[index] += piece[..<count]
          if index == 0, isEnough(said[0]) { return (said, .enough) }
        }
      }
    }
    return (said, .closed)
  }
}
