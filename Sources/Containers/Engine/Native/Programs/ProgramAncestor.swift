import CLinux
import Glibc
import Host

/// The ancestor of a container's program and of all that it starts: from within the container's processes it takes in whatever
/// loses its parent, so that nothing outlives a program that is ended.
enum ProgramAncestor {
  /// Starts the program below a process of the container's own, passes signals on to that, and ends as the program does.
  static func end(of program: ProgramStart, on terminal: PseudoTerminal?) throws(EngineError) -> Int32 {
    var watched = ProgramParent.signals
    sigprocmask(SIG_BLOCK, &watched, nil)
    let ancestor = fork()
    guard ancestor >= 0 else { throw .system("start a process in the container") }
    if ancestor == 0 {
      _ = clinux_die_with_parent()
      _ = clinux_adopt_orphans()
      _exit(try ProgramParent.end(of: program, on: terminal, adoptsOrphans: true))
    }
    while true {
      var status: Int32 = 0
      if waitpid(ancestor, &status, WNOHANG) == ancestor {
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
      }
      let number = sigwaitinfo(&watched, nil)
      if number == SIGTERM || number == SIGINT || number == SIGHUP { kill(ancestor, SIGTERM) }
    }
  }

  /// Kills the children of this process, and what becomes its child by that, until there are none.
  static func endAll() {
    let list = "/proc/self/task/\(getpid())/children"
    // Each round ends a generation at least; a program that forks without end loses to its own orphans.
    for _ in 0..<1000 {
      let bytes = (try? Disk(workingDirectory: "/").read(list, limit: 1 << 20)) ?? []
      for word in bytes.split(separator: 0x20) {
        if let number = Int32(String(decoding: word, as: UTF8.self)) { kill(number, SIGKILL) }
      }
      while true {
        let found = waitpid(-1, nil, WNOHANG)
        if found < 0, errno == ECHILD { return }
        if found <= 0 { break }
      }
      usleep(1000)
    }
  }
}
