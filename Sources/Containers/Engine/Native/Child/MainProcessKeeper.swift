import CLinux
import Glibc
import Host

/// Stays behind a container that runs its own process: writes down what that says, and how it ends.
///
/// The runtime leaves the process behind, and with it the right to ask for its status; whoever has said that it takes in orphans
/// inherits that. Should the container's owner die, the process is ended.
struct MainProcessKeeper {
  /// What is kept of each stream; the rest is read and dropped.
  private static let logLimit = 16 << 20

  let scratch: Scratch
  let ownerLock: String
  /// Held while the start goes on.
  let startLock: Int32

  /// Returns in a process that becomes the runtime; the calling one ends with the runtime's code.
  func stayBehind() throws(EngineError) {
    var told: [Int32] = [-1, -1]
    guard clinux_pipe(&told) == 0 else { throw .system("make a pipe") }
    let keeper = fork()
    guard keeper >= 0 else { throw .system("start a process") }
    if keeper > 0 {
      close(told[1])
      var code: UInt8 = 1
      while read(told[0], &code, 1) < 0, errno == EINTR {}
      _exit(Int32(code))
    }
    close(told[0])
    try keep(reportingTo: told[1])
  }

  /// Returns in the process that becomes the runtime.
  private func keep(reportingTo report: Int32) throws(EngineError) {
    var logs = try KeptLogs(scratch: scratch, limit: Self.logLimit)
    let end = open(scratch.end, O_WRONLY | O_CLOEXEC)
    guard end >= 0 else { throw .system("open `\(scratch.end)`") }
    guard clinux_adopt_orphans() == 0 else { throw .system("take in orphans") }
    let runtime = fork()
    guard runtime >= 0 else { throw .system("start the container's runtime") }
    if runtime == 0 { return try logs.takeOver() }
    logs.closeWritingEnds()
    close(startLock)
    leaveStandardStreams()
    var code = UInt8(clamping: ForkedChild.end(of: runtime))
    let process = code == 0 ? noted() : nil
    // Until here whoever ends the start ends its whole group.
    setsid()
    if process == nil, code == 0 { code = 1 }
    write(report, &code, 1)
    close(report)
    guard let process else { _exit(1) }
    watch(process, by: clinux_process_descriptor(process), &logs)
    let text = Array("\(ForkedChild.end(of: process))".utf8)
    write(end, text, text.count)
    _exit(0)
  }

  /// The first process, written down with the time of its start: it may have ended, but its number stays its own until somebody
  /// has asked for its status.
  private func noted() -> pid_t? {
    if let process = scratch.notedProcess { return process.number }
    guard let number = scratch.notedNumber, let process = ProcessIdentity(known: number) else { return nil }
    do throws(HostError) {
      try HostFile.write(Array("\(process)".utf8), to: scratch.pidFile, mode: 0o600, isDurable: false)
    } catch { return nil }
    return number
  }

  /// Returns once the process has ended. An old kernel, or a filter of calls, gives no descriptor to wait by, but -1: then it is
  /// looked at again and again.
  func watch(_ process: pid_t, by descriptor: Int32, _ logs: inout KeptLogs) {
    let pause: Int32 = descriptor < 0 ? 50 : 500
    while !logs.take(until: descriptor, milliseconds: pause) {
      if descriptor < 0, ProcessIdentity(running: process) == nil { break }
      if isOrphaned { kill(process, SIGKILL) }
    }
    logs.drain()
  }

  /// Whether the container's owner has died.
  private var isOrphaned: Bool {
    do throws(EngineError) {
      guard let lock = try FileLock(.exclusive, on: ownerLock, makes: false) else { return false }
      _ = consume lock
      return true
    } catch { return false }
  }

  /// Those of the child that this once was are not ours to hold.
  private func leaveStandardStreams() {
    let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] { dup2(nowhere, stream) }
  }
}
