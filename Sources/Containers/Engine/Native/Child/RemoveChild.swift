import Glibc
import Host

/// Ends a container and removes all that it had: its processes, the runtime's notes, its control groups,
/// its folder.
struct RemoveChild {
  let request: RemoveRequest

  /// Never returns: exits when nothing is left, or after a report.
  func run() -> Never {
    ChildReport(path: request.report).whileWorking { () throws(EngineError) in
      try remove()
      _exit(0)
    }
  }

  private func remove() throws(EngineError) {
    if try !PrivateMounts.hasWritableControlGroups() {
      // Its groups lie in a tree that was mounted for it alone.
      try PrivateMounts.enter()
      try PrivateMounts.makeControlGroupsWritable()
    }
    if let process = RuntimeState(at: state).firstProcess, process.isRunning { kill(process.number, SIGKILL) }
    deleteFromRuntime()
    try LeftGroups(of: request.name).remove()
    try TreeRemoval.remove("\(request.runtimeState)/\(request.name)")
    try TreeRemoval.remove(request.scratch.path)
  }

  /// Where the runtime notes the container, until it has deleted it.
  private var state: String { "\(request.runtimeState)/\(request.name)/state.json" }

  /// What it does not manage is removed after it, without it.
  private func deleteFromRuntime() {
    for attempt in 0..<60 where access(state, F_OK) == 0 {
      // Killed, a process still takes a moment to be gone; with `--force` at once the runtime would wait a
      // tenth of a second.
      let force = attempt < 40 ? [] : ["--force"]
      if run(["--root", request.runtimeState, "delete"] + force + ["\(request.name)"]) { return }
      usleep(1000)
    }
  }

  /// Runs the runtime in silence; whether it succeeded.
  private func run(_ words: [String]) -> Bool {
    let child = fork()
    if child == 0 {
      let nowhere = open("/dev/null", O_RDWR)
      for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] { dup2(nowhere, stream) }
      let arguments: [UnsafeMutablePointer<CChar>?] = ([request.runtime] + words).map { strdup($0) } + [nil]
      execv(request.runtime, arguments)
      _exit(127)
    }
    var status: Int32 = 1
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }
}
