import Glibc
import Host
import Image

/// Fills the scratch folder of a container that is about to start, but for its upper folder, whose owner may be another.
struct ScratchFiles: Sendable {
  let scratch: Scratch
  let mountPoints: MountPoints

  func make(configuration: [UInt8], base: BaseTree, hostName: String) throws(EngineError) {
    try NativeHome.make(scratch.merged, mode: 0o755)
    for folder in [
      scratch.work, scratch.lower, scratch.bundle, scratch.etc, scratch.volumes, scratch.reports,
    ] {
      try NativeHome.make(folder, mode: 0o700)
    }
    for index in base.configuration.volumes.indices {
      try NativeHome.make("\(scratch.volumes)/\(index)", mode: 0o755)
    }
    guard symlink(mountPoints.path, scratch.mountPoints) == 0 else { throw .system("make a link") }
    try makeEtc(hostName)
    for path in [scratch.output, scratch.error, scratch.end, scratch.starting] {
      try RegularFile.write([], to: path, mode: 0o600)
    }
    guard mkfifo(scratch.input, 0o600) == 0 else { throw .system("make the pipe `\(scratch.input)`") }
    try RegularFile.write(configuration, to: scratch.configuration, mode: 0o600)
  }

  private func makeEtc(_ name: String) throws(EngineError) {
    let hosts = """
      127.0.0.1\tlocalhost
      ::1\tlocalhost ip6-localhost ip6-loopback
      fe00::\tip6-localnet
      ff00::\tip6-mcastprefix
      ff02::1\tip6-allnodes
      ff02::2\tip6-allrouters
      127.0.1.1\t\(name)

      """
    try RegularFile.write(Array(hosts.utf8), to: scratch.etc + "/hosts", mode: 0o644)
    try RegularFile.write(Array("\(name)\n".utf8), to: scratch.etc + "/hostname", mode: 0o644)
    // A machine without a resolver has none of these files; its containers then have an empty one.
    let resolver = (try? Disk(workingDirectory: "/").read("/etc/resolv.conf", limit: 1 << 20)) ?? []
    try RegularFile.write(resolver, to: scratch.etc + "/resolv.conf", mode: 0o644)
  }
}
