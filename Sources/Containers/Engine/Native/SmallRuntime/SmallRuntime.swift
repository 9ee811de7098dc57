import CLinux
import Glibc
import Host
import Observation
import Observation

/// Starts a container without `runc`, from the same configuration: in namespaces of its own, or with a changed root alone.
///
/// It has no control groups, so it keeps devices away by mounts on which none can be opened.
struct SmallRuntime {
  let scratch: Scratch
  let walls: Walls
  /// Whether somebody else waits for the first process, which may end at once.
  private let isMainProcessKept: Bool
  private let container: ContainerDescription
  private let identities: IdentityMap

  init(_ scratch: Scratch, walls: Walls, isMainProcessKept: Bool = false) throws(EngineError) {
    self.isMainProcessKept = isMainProcessKept
    self.scratch = scratch
    self.walls = walls
    container = try ContainerDescription(at: scratch.configuration)
    identities = try IdentityMap(of: .own)
  }

  /// Leaves the container's first process behind and ends this one; in that process, throws what went wrong.
  func start() throws(EngineError) -> Never {
    var (go, begun): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard clinux_pipe(&go) == 0, clinux_pipe(&begun) == 0 else { throw .system("make a pipe") }
    if walls == .namespaces { try leaveNamespaces() }
    let child = fork()
    guard child >= 0 else { throw .system("start the container's first process") }
    if child == 0 {
      close(go[1])
      close(begun[0])
      var byte: UInt8 = 0
      // The end of the pipe: nobody would know of this process.
      guard read(go[0], &byte, 1) == 1 else { _exit(1) }
      try becomeContainer()
    }
    close(begun[1])
    try note(child)
    var byte: UInt8 = 1
    write(go[1], &byte, 1)
    // Ends when the process has become the container's program, or has ended.
    while read(begun[0], &byte, 1) < 0, errno == EINTR {}
    if isMainProcessKept { _exit(0) }
    var status: Int32 = 0
    _exit(waitpid(child, &status, WNOHANG) == 0 ? 0 : 1)
  }

  private func leaveNamespaces() throws(EngineError) {
    let kinds = [
      "pid": clinux_new_processes, "ipc": clinux_new_ipc, "uts": clinux_new_names,
      "network": clinux_new_network,
    ]
    let flags = kinds.filter { container.namespaces.contains($0.key) }.values.reduce(0, |)
    guard clinux_unshare(flags) == 0 else {
      throw errno == ENOSPC
        ? EngineError(
          .unavailable, "the machine allows no further namespaces",
          help: "raise the limits under `/proc/sys/user`")
        : .system("make the container's namespaces")
    }
  }

  /// Writes down which process is the first; its removal starts from there.
  private func note(_ child: pid_t) throws(EngineError) {
    guard let process = ProcessIdentity(running: child) else { throw .containerEnded }
    do throws(HostError) {
      try HostFile.write(Array("\(process)".utf8), to: scratch.pidFile, mode: 0o600, isDurable: false)
    } catch { throw .host(error) }
  }

  private func becomeContainer() throws(EngineError) -> Never {
    setsid()
    if walls == .namespaces { try mountRoot() }
    try enterRoot()
    let process = container.process
    try makeFolder(process.workingDirectory)
    let program = ProgramStart(
      arguments: process.arguments, environment: process.environment, user: process.user,
      workingDirectory: process.workingDirectory, capabilities: container.capabilities,
      isFiltered: container.isFiltered && walls == .namespaces,
      forbidsNewPrivileges: process.forbidsNewPrivileges, identities: identities)
    let failure = program.become(.forGood)
    guard failure.stage != .folder, failure.stage != .rights else {
      throw .host(.errno(failure.code, "start the container's first process"))
    }
    if process.arguments == ["/bin/sh"] { throw .noShell }
    throw EngineError(
      .notStarted,
      "the image's own program cannot be started: \(program.told(failure).words)")
  }
}

extension SmallRuntime {
  private func mountRoot() throws(EngineError) {
    guard clinux_unshare(clinux_new_mounts) == 0 else { throw .system("make a mount namespace") }
    let root = try RootMounts(in: scratch.merged)
    for mount in container.mounts {
      try root.add(mount)
      if mount.destination == "/dev" { try root.addDevices() }
    }
    for path in container.maskedPaths { try root.mask(path) }
    for path in container.readOnlyPaths { try root.makeReadOnly(path) }
    if container.isReadOnly {
      let flags = UInt(MS_BIND | MS_REMOUNT | MS_RDONLY)
      guard mount(nil, scratch.merged, nil, flags, nil) == 0 else {
        throw .system("make the container's root read-only")
      }
    }
    guard clinux_set_host_name(container.hostName) == 0 else { throw .system("name the container") }
    if container.namespaces.contains("network"), clinux_loopback_up() != 0 {
      throw .system("bring the container's loopback up")
    }
  }

  private func enterRoot() throws(EngineError) {
    guard chdir(scratch.merged) == 0 else { throw .system("enter the container's root") }
    if walls == .namespaces {
      if clinux_pivot_here() == 0 {
        guard umount2(".", Int32(MNT_DETACH)) == 0 else { throw .system("leave the host's root") }
      } else {
        // A filter of a container around us, or a root in memory, does not let us pivot.
        guard mount(".", "/", nil, UInt(MS_MOVE), nil) == 0 else { throw .system("change the root") }
      }
    }
    guard chroot(".") == 0, chdir("/") == 0 else { throw .system("change the root") }
  }

  /// The working folder, as `runc` makes it.
  private func makeFolder(_ path: String) throws(EngineError) {
    var status = stat()
    guard stat(path, &status) != 0 else { return }
    try makeFolder(ContainerPath(path).parent.text)
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw .system("make the folder `\(path)` of the container")
    }
  }
}

extension EngineError {
  /// A container idles, and runs commands, in a shell.
  static let noShell = EngineError(
    .invalid, "the image has no `/bin/sh` that can be started",
    help: "builds run their commands in a shell of the image")
}
