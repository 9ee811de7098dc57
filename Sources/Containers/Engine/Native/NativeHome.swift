import Glibc
import Host

/// The folder in which the native engine keeps its running containers.
struct NativeHome: Sendable, Hashable {
  let path: String

  /// A folder per container, by its name.
  var scratches: String { path + "/scratch" }
  /// Where the runtime keeps its own notes, apart from other users of it.
  var runtimeState: String { path + "/runtime" }
  /// Held while a scratch folder is made or judged to be a leftover.
  private var gate: String { path + "/gate" }

  func scratch(of name: ContainerName) -> Scratch { Scratch(path: scratches + "/\(name)") }

  /// Makes the scratch folder of a new container, and the lock that marks it as in use.
  func makeScratch(for name: ContainerName) async throws(EngineError) -> OwnedScratch {
    try Self.makeFolder(scratches)
    try Self.makeFolder(runtimeState)
    let gate = try await lock(.shared, on: gate)
    let scratch = scratch(of: name)
    // The upper layer's mode is the root folder's; the rest is nobody else's business.
    try Self.make(scratch.path, mode: 0o700)
    guard let lock = try FileLock(.shared, on: scratch.lock, makes: true) else {
      throw EngineError(.failed, "cannot lock `\(scratch.lock)`")
    }
    _ = gate
    return OwnedScratch(scratch: scratch, lock: lock)
  }

  /// All containers whose folders are complete, running or left behind.
  func names() async throws(EngineError) -> [ContainerName] {
    let disk = Disk(workingDirectory: "/")
    guard disk.status(scratches)?.kind == .directory else { return [] }
    let gate = try await lock(.exclusive, on: gate)
    defer { _ = gate }
    do throws(HostError) {
      return try disk.list(scratches).compactMap(ContainerName.init(_:))
    } catch {
      throw .host(error)
    }
  }

  /// Claims a container that was left behind; nil for one whose owner, or whose start, is still under way.
  func claim(_ name: ContainerName) async throws(EngineError) -> FileLock? {
    let scratch = scratch(of: name)
    let disk = Disk(workingDirectory: "/")
    for _ in 0..<250 {
      // Its maker may have died before it made the lock.
      let isMarked = disk.status(scratch.lock) != nil
      if let lock = try FileLock(.exclusive, on: scratch.lock, makes: !isMarked) { return lock }
      // A dead owner's child may be about to finish the start; then there is something to remove.
      guard !name.owner.isRunning, disk.status(scratch.pidFile) == nil else { return nil }
      do { try await Task.sleep(for: .milliseconds(20)) } catch { throw EngineError(.cancelled, "interrupted") }
    }
    return nil
  }

  /// Waits for a lock; a holder never keeps one of these for longer than it takes to make a folder or to start a container.
  func lock(_ kind: FileLock.Kind, on path: String) async throws(EngineError) -> FileLock {
    for _ in 0..<1000 {
      if let lock = try FileLock(kind, on: path, makes: true) { return lock }
      do { try await Task.sleep(for: .milliseconds(10)) } catch { throw EngineError(.cancelled, "interrupted") }
    }
    throw EngineError(.failed, "`\(path)` stays locked", help: "another `ovenproof` may hang; end it")
  }

  /// Makes a folder with those on the way to it.
  static func makeFolder(_ path: String) throws(EngineError) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      guard mkdir(made, 0o755) == 0 || errno == EEXIST else { throw .system("make the folder `\(made)`") }
    }
  }

  static func make(_ folder: String, mode: mode_t) throws(EngineError) {
    guard mkdir(folder, mode) == 0, chmod(folder, mode) == 0 else { throw .system("make the folder `\(folder)`") }
  }
}

/// A scratch folder with the lock that marks it as in use; the lock goes with this value.
struct OwnedScratch: ~Copyable {
  let scratch: Scratch
  let lock: FileLock
}
