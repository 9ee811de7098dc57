import Glibc
import Host

/// Ends a container and removes all that it had: its processes, the runtime's notes, its control groups, its folder.
///
/// What it had is told by what lies there: who removes it may be of another variant of the engine than who made it. `runc delete`
/// does no more than this, and takes longer.
struct ContainerRemoval {
  let request: RemoveRequest

  /// Seconds in which a process that was killed is gone, unless the kernel holds it.
  private static let patience: Int32 = 2

  /// Whether a child must do it: where namespaces are entered, or processes are looked for in the names of others.
  func needsChild() throws(EngineError) -> Bool {
    if request.identities != nil || isChangedRoot { return true }
    return try hasOwnGroupTree()
  }

  /// Whether it is a changed root alone, whose programs no namespace holds together.
  var isChangedRoot: Bool { access(request.scratch.beginning, F_OK) == 0 }

  /// Whether its groups lie in a tree that was mounted for it alone.
  func hasOwnGroupTree() throws(EngineError) -> Bool {
    guard request.walls.kind == .runc else { return false }
    return try !PrivateMounts.hasWritableControlGroups()
  }

  /// Ends its first process, and with it all that are in its namespace.
  func endProcesses() {
    guard let process = RuntimeState(at: state).firstProcess ?? request.scratch.notedProcess else { return }
    if process.isRunning { kill(process.number, SIGKILL) }
    // While it ends, it holds its groups and its mounts.
    process.waitForEnd(within: Self.patience)
  }

  /// Removes what is left when its processes are gone.
  func removeFiles() throws(EngineError) {
    try LeftGroups(of: request.name).remove()
    try TreeRemoval.remove("\(request.runtimeState)/\(request.name)")
    try TreeRemoval.remove(request.scratch.path)
  }

  /// Where the runtime notes the container.
  private var state: String { "\(request.runtimeState)/\(request.name)/state.json" }
}
