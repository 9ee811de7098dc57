import CLinux
import Glibc
import Host

/// Runs a program in a container: enters it, becomes the program's parent there, and ends as the program
/// does.
struct RunChild {
  let request: RunRequest

  /// Never returns: exits with the program's code, 128 + its signal, or after a report.
  func run() -> Never {
    ChildReport(path: request.report).whileWorking { () throws(EngineError) in
      _exit(try endOfProgram())
    }
  }

  private func endOfProgram() throws(EngineError) -> Int32 {
    if SealedCopy.isNeeded(for: request.capabilities) { try SealedCopy.become() }
    // In the container's process namespace nobody may trace us or open our executable.
    _ = clinux_hide_from_tracers()
    let namespaces = try ContainerNamespaces(of: request.container, .all)
    let identities = try IdentityMap(of: request.container)
    try ContainerCgroups.join(of: request.container)
    try namespaces.enter()
    clinux_join_new_keyring()
    let user = try identities.admitted(
      try ContainerUser.named(request.user, in: AccountTable.ofThisRoot()))
    var environment = ChildEnvironment.unwrapped()
    if environment["HOME"] == nil { environment["HOME"] = user.home }
    let program = ProgramStart(
      arguments: request.arguments, environment: environment, user: user,
      workingDirectory: request.workingDirectory,
      capabilities: request.capabilities, isFiltered: request.isFiltered,
      forbidsNewPrivileges: request.forbidsNewPrivileges, identities: identities)
    let terminal = request.hasTerminal ? try PseudoTerminal(for: user) : nil
    guard request.endsWholly else { return try ProgramParent.end(of: program, on: terminal) }
    return try ProgramAncestor.end(of: program, on: terminal)
  }
}

extension AccountTable {
  /// The accounts of the file system that this process has as its root; files that are absent or strange
  /// count as empty.
  fileprivate static func ofThisRoot() -> AccountTable {
    func content(_ path: String) -> [UInt8] { (try? ContainerPath(path).read(limit: 16 << 20)) ?? [] }
    return AccountTable(passwd: content("/etc/passwd"), group: content("/etc/group"))
  }
}
