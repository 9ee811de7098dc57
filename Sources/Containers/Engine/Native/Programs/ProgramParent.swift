import CLinux
import Glibc
import Host
import Observation

/// The parent of a container's program: passes signals on and ends as the program does.
enum ProgramParent {
  /// Starts the program and returns its code as a shell reports it: 128 + the signal for a killed one. One that cannot be
  /// started is thrown.
  ///
  /// Where it `adoptsOrphans`, all that the program has started is ended with it.
  static func end(
    of program: ProgramStart, on terminal: PseudoTerminal? = nil, adoptsOrphans: Bool = false
  ) throws(EngineError) -> Int32 {
    var pipe: [Int32] = [-1, -1]
    guard clinux_pipe(&pipe) == 0 else { throw .system("make a pipe") }
    var watched = signals
    sigprocmask(SIG_BLOCK, &watched, nil)
    let child = fork()
    guard child >= 0 else { throw .system("start a process in the container") }
    if child == 0 {
      terminal?.takeOver()
      become(program, reportingTo: pipe[1])
    }
    close(pipe[1])
    let failure = failureOfStart(from: pipe[0])
    let code = wait(for: child, terminal, adoptsOrphans)
    guard let failure else { return code }
    switch failure.stage {
    case .absence, .permission, .relativity, .execution:
      throw EngineError(.notStarted, program.told(failure).words)
    case .folder:
      throw EngineError(
        .invalid,
        "cannot enter the folder `\(program.folder)` of the container: \(String(cString: strerror(failure.code)))",
        help: "create it in an earlier step, or choose another working directory")
    case .rights: throw .host(.errno(failure.code, "give up rights for a program of the container"))
    }
  }

  static var signals: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in [SIGTERM, SIGINT, SIGHUP, SIGCHLD] { sigaddset(&set, number) }
    return set
  }

  private static func become(_ program: ProgramStart, reportingTo pipe: Int32) -> Never {
    var none = sigset_t()
    sigemptyset(&none)
    for number in 1..<SIGSYS + 1 { signal(number, SIG_DFL) }
    sigprocmask(SIG_SETMASK, &none, nil)
    let failure = program.become(.asItsParent)
    var message = [failure.stage.rawValue]
    for number in [failure.code, failure.candidate] { withUnsafeBytes(of: number) { message += $0 } }
    write(pipe, message, message.count)
    _exit(127)
  }

  /// What the child writes when it could not become the program; nil once it has, since the pipe closes then.
  private static func failureOfStart(from pipe: Int32) -> ProgramStart.Failure? {
    var message = [UInt8](repeating: 0, count: 9)
    var count = 0
    repeat { count = read(pipe, &message, message.count) } while count < 0 && errno == EINTR
    close(pipe)
    guard count == message.count, let stage = ProgramStart.Stage(rawValue: message[0]) else { return nil }
    func number(_ bytes: ArraySlice<UInt8>) -> Int32 { bytes.reversed().reduce(0) { $0 << 8 | Int32($1) } }
    return ProgramStart.Failure(stage: stage, code: number(message[1..<5]), candidate: number(message[5...]))
  }

  /// Waits for the program. A signal to end means: end all of its group at once.
  private static func wait(for child: pid_t, _ terminal: PseudoTerminal?, _ adoptsOrphans: Bool) -> Int32 {
    var watched = signals
    while true {
      var status: Int32 = 0
      let found = waitpid(child, &status, WNOHANG)
      if found == child {
        terminal?.drain()
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
      }
      let number = terminal.map { $0.passOn(until: &watched) } ?? sigwaitinfo(&watched, nil)
      if number == SIGTERM || number == SIGINT || number == SIGHUP {
        kill(-child, SIGKILL)
        kill(child, SIGKILL)
        if adoptsOrphans {
          ProgramAncestor.endAll()
          return 128 + SIGKILL
        }
      }
    }
  }
}
