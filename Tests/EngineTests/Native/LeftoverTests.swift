import Glibc
import Host
import Support
import Testing

@testable import Engine

/// What a killed process leaves, and that the next one removes it, whatever variant of the engine either has.
@Suite(.enabled(if: Candidate.all.contains(.native)), .serialized)
struct LeftoverTests {
  /// Moments at which the process that owns a container is killed.
  enum Moment: Int, CaseIterable, Sendable {
    case atOnce = 0, whileMakingFolders = 5, whileMounting = 15, whileStarting = 25, soonAfter = 40, later =
      70
    case whileRunning = 700
  }

  @Test(arguments: Moment.allCases, Walls.Kind.allCases)
  func `a container whose owner was killed is removed by the next run`(
    _ moment: Moment, _ walls: Walls.Kind
  ) async throws {
    try await TemporaryFolder.with { folder in
      let engine = try await Engines.native(in: folder)
      let tar = try await Script.run("base-image", ["tiny"])
      let base = try await engine.importFileSystem(tar, changes: [], as: nil)
      try await Self.killOwner(folder, base.id, walls, after: moment.rawValue)
      let removed = try await engine.removeLeftovers()
      // The container, and a layer that it was about to start from.
      #expect(removed.count <= 2)
      if moment == .whileRunning { #expect(!removed.isEmpty) }
      try Self.expectNothing(in: folder)
      #expect(try await engine.removeLeftovers() == [])
      try await engine.withContainer(from: base, ContainerSpec()) { (container) async throws in
        #expect(try await container.does("echo works") == "works\n")
        // A run beside this one leaves it alone.
        #expect(try await Engines.native(in: folder).removeLeftovers() == [])
        #expect(try await container.does("echo still") == "still\n")
      }
      try Self.expectNothing(in: folder)
    }
  }

  @Test func `the store may lie behind a link`() async throws {
    try await TemporaryFolder.with { folder in
      try HostFile.makeFolder(folder + "/there")
      symlink("there", folder + "/link")
      let engine = try await Engines.native(in: folder + "/link")
      let base = try await engine.importFileSystem(
        try await Script.run("base-image", ["tiny"]), changes: [], as: nil)
      try await engine.withContainer(from: base, ContainerSpec()) { (container) async throws in
        #expect(try await container.does("echo works") == "works\n")
      }
    }
  }

  /// Runs a process that starts a container, and kills it some milliseconds after it has begun to.
  private static func killOwner(
    _ folder: String, _ id: String, _ walls: Walls.Kind, after milliseconds: Int
  ) async throws {
    let kind = walls.rawValue
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [
        folder = folder as String, id = id as String, kind = kind as String,
        milliseconds = milliseconds as Int
      ] in
      try HostFile.write(Array("\(getpid())".utf8), to: folder + "/owner")
      let engine = try await Engines.native(in: folder, try #require(Walls.Kind(rawValue: kind)))
      let task = Task {
        try await engine.withContainer(from: EngineImage(id: id, name: nil), ContainerSpec()) {
          _ = try await $0.tell("trap '' TERM HUP; sleep 300 & while :; do sleep 1; done")
        }
      }
      try await Task.sleep(for: .milliseconds(milliseconds))
      kill(getpid(), SIGKILL)
      try await task.value
    }
  }

  private static func expectNothing(
    in folder: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let disk = Disk(workingDirectory: "/")
    for part in ["scratch", "locks", "runtime"] {
      let path = folder + "/cache/native/" + part
      let names = disk.status(path) == nil ? [] : try disk.list(path)
      #expect(names == [], "\(part)", sourceLocation: sourceLocation)
    }
    let mounts = String(decoding: try disk.read("/proc/self/mountinfo", limit: 1 << 24), as: UTF8.self)
    #expect(!mounts.contains(folder), sourceLocation: sourceLocation)
    let owner = String(decoding: try disk.read(folder + "/owner", limit: 100), as: UTF8.self)
    #expect(try groups(of: owner) == [], sourceLocation: sourceLocation)
  }

  /// The control groups of the containers of a process; what others leave on this machine is not ours to judge.
  private static func groups(of owner: String) throws -> Set<String> {
    let disk = Disk(workingDirectory: "/")
    var groups: Set<String> = []
    for controller in try disk.list("/sys/fs/cgroup") {
      for name in (try? disk.list("/sys/fs/cgroup/" + controller)) ?? [] {
        if let container = ContainerName(name), "\(container.owner.number)" == owner {
          groups.insert(controller + "/" + name)
        }
      }
    }
    return groups
  }
}
