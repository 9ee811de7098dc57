import CLinux
import Glibc
import Host

/// Has a program run in a container on our own streams, watches over the container's owner meanwhile, and ends as the
/// program does.
///
/// Where the owner dies without having cleaned up, the program and the container go with it.
struct AttachChild {
  let request: AttachRequest

  /// Never returns: exits with the program's code, or after a report.
  func run() -> Never {
    ChildReport(path: request.report).whileWorking { () throws(EngineError) in
      if case .runc = request.removal.walls, request.removal.identities == nil,
        try !PrivateMounts.hasWritableControlGroups()
      {
        // The container's groups lie in a tree that was mounted for it alone.
        try PrivateMounts.enter()
        try PrivateMounts.makeControlGroupsWritable()
      }
      _exit(try code(of: try start()))
    }
  }

  private func start() throws(EngineError) -> pid_t {
    let users = try ContainerNamespaces(of: request.container, .users)
    let child = fork()
    guard child >= 0 else { throw .system("start a process") }
    if child == 0 {
      close(AttachedCommand.lifeline)
      do throws(EngineError) { try users.enter() } catch { _exit(126) }
      _ = clinux_die_with_parent()
      // What a program says on its terminal does not come this way.
      if request.log != nil { dup2(open("/dev/null", O_WRONLY), STDERR_FILENO) }
      let arguments: [UnsafeMutablePointer<CChar>?] = request.words.map { strdup($0) } + [nil]
      execv(request.words[0], arguments)
      _exit(127)
    }
    return child
  }

  private func code(of program: pid_t) throws(EngineError) -> Int32 {
    let looks = TerminalLooks()
    let descriptor = clinux_process_descriptor(program)
    guard descriptor >= 0 else { throw .system("watch a process") }
    var watched = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: AttachedCommand.lifeline, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      guard poll(&watched, 2, -1) > 0 else { continue }
      if watched[0].revents != 0 { return ForkedChild.end(of: program) }
      kill(program, SIGKILL)
      _ = ForkedChild.end(of: program)
      looks?.restore()
      try removeContainer()
      return 1
    }
  }

  private func removeContainer() throws(EngineError) {
    // Its owner may hold it for a moment yet: a process that is killed lets go of what it has open one by one. So may a
    // process of ours that removes the container; then nothing is left for us to do.
    guard let lock = try FileLock(waitingFor: request.lock) else { return }
    let child = fork()
    if child == 0 { RemoveChild(request: request.removal).run() }
    if child > 0, ForkedChild.end(of: child) == 0 {
      unlink(request.lock)
      unlink(request.removal.report)
    }
    _ = lock
  }
}
