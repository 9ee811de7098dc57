import Glibc
import Host
import Image

/// Fills the scratch folder of a container that is about to start, but for its upper folder, whose owner may be another.
struct ScratchFiles: Sendable {
  let scratch: Scratch

  func make(configuration: [UInt8], base: BaseTree, hostName: String) throws(EngineError) {
    for folder in [scratch.merged, scratch.mountPoints] { try NativeHome.make(folder, mode: 0o755) }
    for folder in [
      scratch.work, scratch.lower, scratch.bundle, scratch.etc, scratch.volumes, scratch.reports,
    ] {
      try NativeHome.make(folder, mode: 0o700)
    }
    for index in base.configuration.volumes.indices {
      try NativeHome.make("\(scratch.volumes)/\(index)", mode: 0o755)
    }
    try makeMountPoints()
    try makeEtc(hostName)
    for path in [scratch.output, scratch.error, scratch.end, scratch.starting] {
      try write([], to: path, mode: 0o600)
    }
    guard mkfifo(scratch.input, 0o600) == 0 else { throw .system("make the pipe `\(scratch.input)`") }
    try write(configuration, to: scratch.configuration, mode: 0o600)
  }

  /// The lowest layer: places to mount on for images that lack them, so that none is made in the upper layer.
  private func makeMountPoints() throws(EngineError) {
    for folder in ["dev", "etc", "proc", "sys"] {
      try NativeHome.make("\(scratch.mountPoints)/\(folder)", mode: 0o755)
    }
    for name in ["hosts", "hostname", "resolv.conf"] {
      try write([], to: "\(scratch.mountPoints)/etc/\(name)", mode: 0o644)
    }
    // By this programs tell that they are in a container: scripts ask for it.
    try write([], to: scratch.mountPoints + "/.dockerenv", mode: 0o755)
    guard symlink("/proc/mounts", scratch.mountPoints + "/etc/mtab") == 0 else {
      throw .system("make a link")
    }
  }

  private func makeEtc(_ name: String) throws(EngineError) {
    let hosts = """
      127.0.0.1\tlocalhost
      ::1\tlocalhost ip6-localhost ip6-loopback
      127.0.1.1\t\(name)

      """
    try write(Array(hosts.utf8), to: scratch.etc + "/hosts", mode: 0o644)
    try write(Array("\(name)\n".utf8), to: scratch.etc + "/hostname", mode: 0o644)
    // A machine without a resolver has none of these files; its containers then have an empty one.
    let resolver = (try? Disk(workingDirectory: "/").read("/etc/resolv.conf", limit: 1 << 20)) ?? []
    try write(resolver, to: scratch.etc + "/resolv.conf", mode: 0o644)
  }

  private func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(EngineError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .system("write `\(path)`") }
    let file = RegularFile(made: descriptor)
    try file.write(bytes, to: FileName(path))
    guard fchmod(descriptor, mode) == 0 else { throw .system("write `\(path)`") }
  }
}
