import Glibc
import Host

/// Tries whether containers can be mounted: a mount namespace, an overlay, and in it what overlays in the
/// wrong place fail at.
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
    try PrivateMounts.enter()
    guard chdir(trial) == 0 else { throw .system("enter `\(trial)`") }
    for folder in ["u", "w", "m", "l", "l/d"] { try NativeHome.make(folder, mode: 0o755) }
    try OverlayMount(lower: ["l"]).mount(in: trial)
    // Needs marks that some file systems refuse to hold.
    guard rmdir("m/d") == 0, mkdir("m/d", 0o755) == 0 else {
      throw EngineError(
        .unavailable, "overlays in `\(request.folder)` do not work: \(String(cString: strerror(errno)))",
        help: "set `XDG_CACHE_HOME` to a folder on another disk, a volume or a tmpfs")
    }
  }
}
