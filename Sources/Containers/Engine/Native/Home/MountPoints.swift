import Glibc
import Host

/// Places to mount on for images that lack them: the lowest layer of every container, so that none is made in its upper one.
/// No container writes to it, and all share it.
struct MountPoints: Sendable, Hashable {
  let path: String

  /// Makes them where they are not there; another process may do the same.
  func make() throws(EngineError) {
    guard Disk(workingDirectory: "/").status(path) == nil else { return }
    let partial = "\(path)-\(ContainerName.next())"
    try fill(partial)
    guard rename(partial, path) == 0 || errno == EEXIST || errno == ENOTEMPTY else {
      throw .system("make the folder `\(path)`")
    }
    // Of two that were made, the second goes.
    if Disk(workingDirectory: "/").status(partial) != nil { try TreeRemoval.remove(partial) }
  }

  private func fill(_ path: String) throws(EngineError) {
    try NativeHome.make(path, mode: 0o755)
    for folder in ["dev", "etc", "proc", "sys"] { try NativeHome.make("\(path)/\(folder)", mode: 0o755) }
    for name in ["hosts", "hostname", "resolv.conf"] {
      try RegularFile.write([], to: "\(path)/etc/\(name)", mode: 0o644)
    }
    // By this programs tell that they are in a container: scripts ask for it.
    try RegularFile.write([], to: path + "/.dockerenv", mode: 0o755)
    guard symlink("/proc/mounts", path + "/etc/mtab") == 0 else { throw .system("make a link") }
  }
}
