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
      // While it ends, it holds its groups and its mounts.
      process.waitForEnd(within: Self.patience)
    }
    if access(request.scratch.beginning, F_OK) == 0 {
      try RootedProcesses(root: request.scratch.merged).end()
    }
    if let identities = request.identities {
      try UserNamespace.enter(identities)
    } else if request.walls.kind == .runc, try !PrivateMounts.hasWritableControlGroups() {
      // Its groups lie in a tree that was mounted for it alone.
      try PrivateMounts.enter()
      try PrivateMounts.makeControlGroupsWritable()
    }
    // `runc delete` does no more than what follows, and takes longer than all of it.
    try LeftGroups(of: request.name).remove()
    try TreeRemoval.remove("\(request.runtimeState)/\(request.name)")
    try TreeRemoval.remove(request.scratch.path)
  }

  private var firstProcess: ProcessIdentity? {
    RuntimeState(at: state).firstProcess ?? request.scratch.notedProcess
  }

  /// Where the runtime notes the container.
  private var state: String { "\(request.runtimeState)/\(request.name)/state.json" }
}
