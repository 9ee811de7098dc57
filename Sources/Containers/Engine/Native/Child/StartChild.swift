import CLinux
import Glibc
import Host

/// Starts a container: mounts its file system in mounts of its own and becomes the runtime, which leaves
/// the container behind.
///
/// Outside nothing is mounted. The container keeps the overlay alive; once it is gone, nothing is left but
/// folders.
struct StartChild {
  let request: StartRequest

  /// Never returns: becomes the runtime, or exits after a report.
  func run() -> Never {
    // Before anything is written: where it cannot be had, the container's folder is being removed.
    guard let lock = lockOfStart() else { _exit(1) }
    ChildReport(path: request.report).whileWorking { () throws(EngineError) in
      try start(holding: lock)
    }
  }

  private func start(holding lock: Int32) throws(EngineError) -> Never {
    // What is made in the container is to look the same whoever starts it; `runc` inherits this.
    umask(0o022)
    if let identities = request.identities { try UserNamespace.enter(identities) }
    guard chdir(request.scratch.path) == 0 else { throw .system("enter `\(request.scratch.path)`") }
    if request.walls == .chroot {
      try RootInspection(of: try Folder(at: "m")).demandUsual()
      try becomeRuntime(holding: lock)
    }
    try PrivateMounts.enter()
    // An ordinary user's runtime does without groups of its own where it cannot make any.
    if request.walls.kind == .runc, request.identities == nil {
      try PrivateMounts.makeControlGroupsWritable()
    }
    try mountOverlay()
    try RootInspection(of: try Folder(at: "m")).demandUsual()
    try fillVolumes()
    try becomeRuntime(holding: lock)
  }

  private func becomeRuntime(holding lock: Int32) throws(EngineError) -> Never {
    if request.keepsMainProcess {
      try MainProcessKeeper(scratch: request.scratch, ownerLock: request.ownerLock, startLock: lock)
        .stayBehind()
    } else {
      try replaceStandardStreams()
    }
    guard case .runc(let path) = request.walls else {
      try SmallRuntime(
        request.scratch, walls: request.walls, isMainProcessKept: request.keepsMainProcess
      ).start()
    }
    let words = [
      path, "--root", request.runtimeState, "--log", request.scratch.log, "--log-format", "json",
      "run",
      "--detach", "--pid-file", request.scratch.pidFile, "--bundle", request.scratch.bundle, request.name,
    ]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    execv(path, arguments)
    throw .system("run `\(path)`")
  }

  /// Takes a lock that the runtime inherits and the container's program does not: while it is held, a removal waits.
  private func lockOfStart() -> Int32? {
    let lock = open(request.scratch.starting, O_RDWR | (request.walls.kind == .runc ? 0 : O_CLOEXEC))
    guard lock >= 0, flock(lock, LOCK_SH | LOCK_NB) == 0 else { return nil }
    let name = Array("\(ProcessIdentity.own)".utf8)
    // Where the disk is full, the start fails soon.
    write(lock, name, name.count)
    return lock
  }

  /// Lays the scratch folder's upper layer over the image's. The layers are linked to under short names.
  private func mountOverlay() throws(EngineError) {
    for (index, layer) in request.layers.enumerated() {
      guard symlink(layer, "l/\(index)") == 0 else { throw .system("link the layer `\(layer)`") }
    }
    var overlay = OverlayMount(
      lower: request.layers.indices.map { "l/\($0)" } + ["p"],
      marks: request.identities == nil ? .trusted : .ofUsers, opensDevices: request.walls.kind == .runc)
    if overlay.lower.count > OverlayMount.mostLayers {
      guard mkdir("lowest", 0o755) == 0 else {
        throw .system("make `\(request.scratch.path)/lowest`")
      }
      overlay = try overlay.mountingLowest(at: "lowest")
    }
    try overlay.mount(in: request.scratch.path)
  }

  /// Volumes start with what the image has in their place, as with docker.
  private func fillVolumes() throws(EngineError) {
    let merged = try Folder(at: "m")
    for (index, path) in request.volumes.enumerated() {
      let descriptor = clinux_openat2(
        merged.descriptor, path, UInt64(O_RDONLY | O_DIRECTORY | O_CLOEXEC), 0,
        clinux_in_root | clinux_no_magic_links)
      guard descriptor >= 0 else { continue }
      let source = Folder(taking: descriptor)
      let volume = try Folder(at: "v/\(index)")
      var copy = TreeCopy(into: try volume.duplicate(), as: { $0 })
      try copy.copyContents(of: source)
      try volume.set(FileAttributes(try source.ownStatus()), name: FileName(path))
    }
  }

  /// The container's first process inherits these: a shell that reads from a pipe which never ends, and
  /// writes to nowhere.
  private func replaceStandardStreams() throws(EngineError) {
    let input = open("in", O_RDWR | O_CLOEXEC)
    guard input >= 0 else { throw .system("open `\(request.scratch.input)`") }
    let output = open("out", O_WRONLY | O_APPEND | O_CLOEXEC)
    guard output >= 0 else { throw .system("open `\(request.scratch.output)`") }
    dup2(input, STDIN_FILENO)
    dup2(output, STDOUT_FILENO)
    dup2(output, STDERR_FILENO)
    signal(SIGPIPE, SIG_DFL)
  }
}
