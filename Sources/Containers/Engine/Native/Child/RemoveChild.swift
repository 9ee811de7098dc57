import Glibc
import Host

/// Removes a container in a process of its own, which may enter its namespaces.
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
    let removal = ContainerRemoval(request: request)
    // From outside of its namespaces: those that are entered next are others, of the same ids.
    removal.endProcesses()
    if removal.isChangedRoot { try RootedProcesses(root: request.scratch.merged).end() }
    if let identities = request.identities {
      try UserNamespace.enter(identities)
    } else if try removal.hasOwnGroupTree() {
      try PrivateMounts.enter()
      try PrivateMounts.makeControlGroupsWritable()
    }
    try removal.removeFiles()
  }
}
