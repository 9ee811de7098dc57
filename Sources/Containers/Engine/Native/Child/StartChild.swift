import CLinux
import Glibc
import Host

/// Starts a container: mounts its file system in mounts of its own and becomes the runtime, which leaves the container behind.
///
/// Outside nothing is mounted. The container keeps the overlay alive; once it is gone, nothing is left but folders.
struct StartChild {
  let request: StartRequest

  /// Never returns: becomes the runtime, or exits after a report.
  func run() -> Never {
    ChildReport(path: request.report).whileWorking { () throws(EngineError) in
      try start()
    }
  }

  private func start() throws(EngineError) -> Never {
    try holdStart()
    try PrivateMounts.enter()
    try PrivateMounts.makeControlGroupsWritable()
    guard chdir(request.scratch.path) == 0 else { throw .system("enter `\(request.scratch.path)`") }
    try mountOverlay()
    try fillVolumes()
    try replaceStandardStreams()
    let words = [
      request.runtime, "--root", request.runtimeState, "--log", request.scratch.log, "--log-format", "json", "run",
      "--detach", "--pid-file", request.scratch.pidFile, "--bundle", request.scratch.bundle, request.name,
    ]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    execv(request.runtime, arguments)
    throw .system("run `\(request.runtime)`")
  }

  /// Holds a lock that the runtime inherits and the container's program does not: while it is held, a removal waits.
  private func holdStart() throws(EngineError) {
    let lock = open(request.scratch.starting, O_RDWR)
    guard lock >= 0, flock(lock, LOCK_SH | LOCK_NB) == 0 else { throw .system("lock `\(request.scratch.starting)`") }
  }

  /// Lays the scratch folder's upper layer over the image's. The names are relative and short, since all options share one page.
  private func mountOverlay() throws(EngineError) {
    for (index, layer) in request.layers.enumerated() {
      guard symlink(layer, "l/\(index)") == 0 else { throw .system("link the layer `\(layer)`") }
    }
    let lower = (request.layers.indices.map { "l/\($0)" } + ["p"]).joined(separator: ":")
    // Other settings of these three would leave an upper layer behind that cannot be read without the lower ones.
    let options = "lowerdir=\(lower),upperdir=u,workdir=w,redirect_dir=off,metacopy=off,index=off"
    guard mount("overlay", "m", "overlay", 0, options) == 0 else { throw Self.overlayError(errno, request.scratch.path) }
  }

  private static func overlayError(_ code: Int32, _ path: String) -> EngineError {
    switch code {
    case EPERM, EACCES:
      EngineError(
        .unavailable, "this process may not mount file systems",
        help: "run as root outside of a container, give the container `--cap-add SYS_ADMIN`, or use `--engine docker`")
    case ENODEV:
      EngineError(.unavailable, "the kernel has no overlayfs", help: "`modprobe overlay`, or use `--engine docker`")
    case EINVAL, EREMOTE, EOPNOTSUPP:
      EngineError(
        .unavailable, "overlayfs refuses the folder `\(path)` for its upper layer",
        help: "set `XDG_CACHE_HOME` to a folder on a volume, a tmpfs or a disk: an overlay cannot lie on another overlay")
    default: .host(.errno(code, "mount the container's file system"))
    }
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
      var copy = TreeCopy(into: try volume.duplicate())
      try copy.copyContents(of: source)
      try volume.set(FileAttributes(try source.ownStatus()), name: FileName(path))
    }
  }

  /// The container's first process inherits these: a shell that reads from a pipe which never ends, and writes to nowhere.
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
