import CLinux
import Glibc
import Host

/// Tries whether containers can be mounted: namespaces, an overlay, and in it what overlays in the wrong place fail at;
/// with `runc` also what it insists on.
struct ProbeChild {
  let request: ProbeRequest

  /// Never returns: exits when all went well, or after a report.
  func run() -> Never {
    ChildReport(path: request.report).whileWorking { () throws(EngineError) in
      let trial = "\(request.folder)/trial-\(getpid())"
      try NativeHome.make(trial, mode: 0o700)
      let outcome = Result { () throws(EngineError) in try probe(in: trial) }
      umount2(trial + "/m", Int32(MNT_DETACH))
      try TreeRemoval.remove(trial)
      try outcome.get()
      _exit(0)
    }
  }

  private func probe(in trial: String) throws(EngineError) {
    if let identities = request.identities { try UserNamespace.enter(identities) }
    try PrivateMounts.enter()
    guard chdir(trial) == 0 else { throw .system("enter `\(trial)`") }
    for folder in ["u", "w", "m", "l", "l/d", "p"] { try NativeHome.make(folder, mode: 0o755) }
    try OverlayMount(lower: ["l"], marks: request.identities == nil ? .trusted : .ofUsers).mount(in: trial)
    // Needs marks that some file systems refuse to hold.
    guard rmdir("m/d") == 0, mkdir("m/d", 0o755) == 0 else {
      throw EngineError(
        .unavailable, "overlays in `\(request.folder)` do not work: \(String(cString: strerror(errno)))",
        help: "set `OVENPROOF_HOME` to a folder on another disk, a volume or a tmpfs")
    }
    guard case .runc = request.walls else { return }
    if request.identities == nil { try PrivateMounts.makeControlGroupsWritable() }
    guard clinux_join_new_keyring() >= 0 || errno == ENOSYS else {
      throw EngineError(
        .unavailable, "the kernel's keyrings are closed to this process, and `runc` needs one",
        help: "run outside of a container, or give it `--security-opt seccomp=unconfined`")
    }
    try mountProcesses()
  }

  /// `runc` knows no way around a `/proc` that parts of the one outside are covered of.
  private func mountProcesses() throws(EngineError) {
    guard clinux_unshare(clinux_new_processes) == 0 else { throw .system("make a process namespace") }
    let child = fork()
    guard child >= 0 else { throw .system("start a process") }
    if child == 0 {
      _exit(mount("proc", "p", "proc", UInt(MS_NOSUID | MS_NODEV | MS_NOEXEC), nil) == 0 ? 0 : 1)
    }
    let code = ForkedChild.end(of: child)
    umount2("p", Int32(MNT_DETACH))
    guard code == 0 else {
      throw EngineError(
        .unavailable, "no fresh `/proc` can be mounted, which `runc` needs",
        help: "run outside of a container, or give it `--security-opt systempaths=unconfined`")
    }
  }
}
