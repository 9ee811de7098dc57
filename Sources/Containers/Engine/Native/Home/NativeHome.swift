import CLinux
import Glibc
import Host

/// The folder in which the native engine keeps its running containers.
struct NativeHome: Sendable, Hashable {
  let path: String

  /// Behind links its real path counts: `runc` takes no root that lies behind one.
  init(in folders: Folders) {
    // What cannot be made is told by who writes to it.
    try? HostFile.makeFolder(folders.cache)
    path = (HostFile.resolved(folders.cache) ?? folders.cache) + "/native"
  }

  /// A folder per container, by its name.
  private var scratches: String { path + "/scratch" }
  /// A file per container, locked by its owner as long as that lives: it is made first and removed last.
  private var locks: String { path + "/locks" }
  /// Where the runtime keeps its own notes, apart from other users of it.
  var runtimeState: String { path + "/runtime" }
  /// The lowest layer of all containers. Other content needs another name.
  var mountPoints: MountPoints { MountPoints(path: path + "/mount-points") }
  /// What is known of the runtime itself.
  var runtimeFeatures: String { path + "/runtime-features" }
  /// Held while a lock is made, or while they are listed: no lock is seen before its owner holds it.
  private var gate: String { path + "/gate" }

  /// Whether no program can be started from it: its file system is mounted `noexec`.
  var forbidsPrograms: Bool {
    var (folder, disk) = (path, statvfs())
    while statvfs(folder, &disk) != 0, folder != "/" { folder = HostFile.folder(of: folder) }
    return UInt(disk.f_flag) & UInt(MS_NOEXEC) != 0
  }

  func scratch(of name: ContainerName) -> Scratch { Scratch(path: "\(scratches)/\(name)") }

  /// Marks a new container as ours and makes its scratch folder.
  func claimNew(_ name: ContainerName) async throws(EngineError) -> FileLock {
    do throws(HostError) {
      for folder in [scratches, locks, runtimeState] { try HostFile.makeFolder(folder) }
    } catch {
      throw .host(error)
    }
    clinux_spread_folders(scratches)
    try mountPoints.make()
    let gate = try await wait(for: .shared, on: gate)
    defer { _ = gate }
    guard let lock = try FileLock(.exclusive, on: path(ofLock: name), makes: true) else {
      throw EngineError(.failed, "the container `\(name)` is there already")
    }
    try Self.make(scratch(of: name).path, mode: 0o700)
    return lock
  }

  /// All containers, running or left behind.
  func names() async throws(EngineError) -> [ContainerName] {
    let disk = Disk(workingDirectory: "/")
    guard disk.status(locks)?.kind == .directory else { return [] }
    let gate = try await wait(for: .exclusive, on: gate)
    defer { _ = gate }
    do throws(HostError) {
      return try disk.list(locks).compactMap(ContainerName.init(_:))
    } catch {
      throw .host(error)
    }
  }

  /// Claims a container that was left behind; nil for one whose owner lives.
  func claim(_ name: ContainerName) throws(EngineError) -> FileLock? {
    try FileLock(.exclusive, on: path(ofLock: name), makes: false)
  }

  /// Waits until no start of a container goes on, and keeps any from beginning as long as the lock is held: a
  /// dead owner's child may be about to finish a start, or not even have begun with it. One that hangs is ended.
  func barStart(of name: ContainerName) async throws(EngineError) -> FileLock? {
    let scratch = scratch(of: name)
    guard Disk(workingDirectory: "/").status(scratch.starting) != nil else { return nil }
    if let lock = try await poll(for: .exclusive, on: scratch.starting) { return lock }
    scratch.endStart()
    return try await wait(for: .exclusive, on: scratch.starting)
  }

  /// Where a removal reports; the scratch folder is gone then.
  func report(of name: ContainerName) -> String { path(ofLock: name) + ".report" }

  /// Where a child reports that works for no container.
  func nextReport() -> String { "\(path)/report-\(ContainerName.next())" }

  /// Drops the mark of a container that is removed.
  func forget(_ name: ContainerName) { unlink(path(ofLock: name)) }

  func path(ofLock name: ContainerName) -> String { "\(locks)/\(name)" }

  /// Waits for a lock; a holder never keeps one of these for longer than it takes to make a folder or to
  /// start a container.
  private func wait(for kind: FileLock.Kind, on path: String) async throws(EngineError) -> FileLock {
    if let lock = try await poll(for: kind, on: path) { return lock }
    throw EngineError(.failed, "`\(path)` stays locked", help: "another `ovenproof` may hang; end it")
  }

  /// Tries for ten seconds.
  private func poll(for kind: FileLock.Kind, on path: String) async throws(EngineError) -> FileLock? {
    for _ in 0..<2000 {
      if let lock = try FileLock(kind, on: path, makes: true) { return lock }
      do { try await Task.sleep(for: .milliseconds(5)) } catch {
        throw EngineError(.cancelled, "interrupted")
      }
    }
    return nil
  }

  static func make(_ folder: String, mode: mode_t) throws(EngineError) {
    guard mkdir(folder, mode) == 0, chmod(folder, mode) == 0 else {
      throw .system("make the folder `\(folder)`")
    }
  }
}
