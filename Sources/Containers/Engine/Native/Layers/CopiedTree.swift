import Glibc
import Host
import Image

/// A root that is a copy of an image, for containers that cannot have mounts.
struct CopiedTree {
  private let scratch: Scratch

  init(_ scratch: Scratch) { self.scratch = scratch }

  /// Unpacks an image, with what a snapshot's steps changed, and adds what other containers have by mounts.
  func make(from base: BaseTree, in store: ImageStore) throws {
    try store.unpackTree(of: base.image, into: scratch.merged)
    try store.restoreSteps(of: base.start, into: scratch.merged, style: .tree)
    let root = base.root
    guard chown(scratch.merged, root?.owner ?? 0, root?.group ?? 0) == 0,
      chmod(scratch.merged, root?.mode ?? 0o755) == 0
    else { throw EngineError.system("give `\(scratch.merged)` its looks") }
    try addMachineFiles()
    try addDevices()
    // Times of changes are not finer than a tick of the kernel's clock.
    usleep(20_000)
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let beginning = now.tv_sec * 1_000_000_000 + now.tv_nsec - 10_000_000
    do throws(HostError) {
      try HostFile.write(Array("\(beginning)".utf8), to: scratch.beginning, isDurable: false)
    } catch { throw EngineError.host(error) }
  }

  /// From when on what changes is the container's doing, in nanoseconds since 1970.
  var beginning: Int {
    get throws(EngineError) {
      do throws(HostError) {
        let bytes = try Disk(workingDirectory: "/").read(scratch.beginning, limit: 64)
        return Int(String(decoding: bytes, as: UTF8.self)) ?? 0
      } catch { throw .host(error) }
    }
  }

  /// The files that name the machine, in the place of the image's.
  private func addMachineFiles() throws {
    let etc = try place("etc")
    let source = try Folder(at: scratch.etc)
    for name in ["hosts", "hostname", "resolv.conf"].map(FileName.init(_:)) {
      if let found = try etc.status(name), found.st_mode & S_IFMT == S_IFDIR { continue }
      let file = try etc.makeFile(name)
      try file.append(try source.file(name), to: name)
      try file.set(FileAttributes(owner: 0, group: 0, mode: 0o644, modified: Int(time(nil))), name: name)
    }
  }

  /// Devices of the usual kind, as far as this process may make them.
  private func addDevices() throws {
    let folder = try place("dev")
    let devices: [(String, UInt32, UInt32)] = [
      ("null", 1, 3), ("zero", 1, 5), ("full", 1, 7), ("random", 1, 8), ("urandom", 1, 9), ("tty", 5, 0),
      // The machine's own is none of the container's business.
      ("console", 1, 3),
    ]
    for (name, major, minor) in devices {
      unlinkat(folder.descriptor, name, 0)
      let number = dev_t(UInt64(major) << 8 | UInt64(minor))
      guard mknodat(folder.descriptor, name, S_IFCHR | 0o666, number) == 0 else {
        throw EngineError.system("make the device `\(name)` for a container")
      }
      fchmodat(folder.descriptor, name, 0o666, 0)
    }
    let shared = try folder.makeFolder(FileName("shm"))
    fchmod(shared.descriptor, 0o1777)
  }

  /// A folder at the top of the tree, made where it is absent; a link in its place leads nowhere.
  private func place(_ name: String) throws -> Folder {
    let root = try Folder(at: scratch.merged)
    let isNew = try root.status(FileName(name)) == nil
    let folder = try root.makeFolder(FileName(name))
    if isNew { fchmod(folder.descriptor, 0o755) }
    return folder
  }
}
