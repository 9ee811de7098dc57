import Glibc
import Host

/// Ends a container and removes all that it had: its processes, the runtime's notes, its control groups,
/// its folder.
///
/// What it had is told by what lies there: who removes it may be of another variant of the engine than who made it.
struct RemoveChild {
  let request: RemoveRequest

  /// Seconds in which a process that was killed is gone, unless the kernel holds it.
  private static let patience: Int32 = 2

  /// Never returns: exits when nothing is left, or after a report.
  func run() -> Never {
    ChildReport(path: request.report).whileWorking { () throws(EngineError) in
      try remove()
      _exit(0)
    }
  }

  private func remove() throws(EngineError) {
    // From outside of its namespaces: those that are entered next are others, of the same ids.
    if let process = firstProcess {
      if process.isRunning { kill(process.number, SIGKILL) }
      // Of one that is not yet gone the runtime deletes nothing.
      process.waitForEnd(within: Self.patience)
    }
    if access(request.scratch.beginning, F_OK) == 0 {
      try RootedProcesses(root: request.scratch.merged).end()
    }
    if let identities = request.identities {
      try UserNamespace.enter(identities)
    } else if case .runc = request.walls, try !PrivateMounts.hasWritableControlGroups() {
      // Its groups lie in a tree that was mounted for it alone.
      try PrivateMounts.enter()
      try PrivateMounts.makeControlGroupsWritable()
    }
    if case .runc(let path) = request.walls { deleteFromRuntime(path) }
    try LeftGroups(of: request.name).remove()
    try TreeRemoval.remove("\(request.runtimeState)/\(request.name)")
    try TreeRemoval.remove(request.scratch.path)
  }

  private var firstProcess: ProcessIdentity? {
    RuntimeState(at: state).firstProcess ?? request.scratch.notedProcess
  }

  /// Where the runtime notes the container, until it has deleted it.
  private var state: String { "\(request.runtimeState)/\(request.name)/state.json" }

  /// What it does not manage is removed after it, without it.
  private func deleteFromRuntime(_ runtime: String) {
    for attempt in 0..<60 where access(state, F_OK) == 0 {
      // A process that is only just ending is waited for: with `--force` at once the runtime would wait a tenth of a
      // second.
      let force = attempt < 40 ? [] : ["--force"]
      let words = [runtime, "--root", request.runtimeState, "delete"] + force + ["\(request.name)"]
      guard let code = run(words), code != 0 else { return }
      usleep(1000)
    }
  }

  /// Runs a program in silence; its code, or nil for one that hung and was ended.
  private func run(_ words: [String]) -> Int32? {
    let child = fork()
    if child == 0 {
      let nowhere = open("/dev/null", O_RDWR)
      for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] { dup2(nowhere, stream) }
      let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
      execv(words[0], arguments)
      _exit(127)
    }
    return ForkedChild.end(of: child, within: 10)
  }
}
