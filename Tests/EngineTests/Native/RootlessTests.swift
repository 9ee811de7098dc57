import Glibc
import Host
import Image
import Source
import Support
import Testing

@testable import Engine

/// What an ordinary user's containers leave when their owner is killed, and how far they go without a range of ids.
@Suite(.enabled(if: Candidate.all.contains(.rootless)), .serialized)
struct RootlessTests {
  @Test(arguments: [0, 5, 15, 25, 40, 70, 700])
  func `a container whose owner was killed is removed by the next run`(_ milliseconds: Int) async throws {
    try await TemporaryFolder.with { folder in
      let home = try Engines.homeOfOrdinaryUser(in: folder, try await Script.run("base-image", ["tiny"]))
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [home = home as String, milliseconds = milliseconds as Int] in
        try TestAccount.become(home: home)
        let engine = try await Engines.native(in: home)
        let base = try await engine.importFileSystem(home + "/base.tar", changes: [], as: "tiny:1")
        let task = Task {
          try await engine.withContainer(from: base, ContainerSpec()) {
            _ = try await $0.tell("chown 5 /tmp; trap '' TERM HUP; sleep 300 & while :; do sleep 1; done")
          }
        }
        try await Task.sleep(for: .milliseconds(milliseconds))
        kill(getpid(), SIGKILL)
        try await task.value
      }
      await #expect(processExitsWith: .success) { [home = home as String] in
        try TestAccount.become(home: home)
        let engine = try await Engines.native(in: home)
        #expect(try await engine.removeLeftovers().count <= 2)
        #expect(try await engine.removeLeftovers() == [])
        let base = try #require(try await engine.image(named: "tiny:1"))
        try await engine.withContainer(from: base, ContainerSpec()) { (container) async throws in
          #expect(try await container.does("echo works") == "works\n")
        }
      }
      let disk = Disk(workingDirectory: "/")
      for part in ["scratch", "locks", "runtime"] {
        #expect(try disk.list("\(home)/cache/native/\(part)") == [], "\(part)")
      }
      let mounts = String(decoding: try disk.read("/proc/self/mountinfo", limit: 1 << 24), as: UTF8.self)
      #expect(!mounts.contains(home))
    }
  }

  /// The second has no account either.
  @Test(arguments: [65534, 4242] as [uid_t])
  func `without a range of ids root is alone, which the engine says`(_ user: uid_t) async throws {
    try await TemporaryFolder.with { folder in
      let home = try Engines.homeOfOrdinaryUser(in: folder, try await Script.run("base-image", ["tiny"]))
      chown(home, user, user)
      await #expect(processExitsWith: .success) { [home = home as String, user = user as uid_t] in
        setgroups(0, nil)
        setgid(user)
        setuid(user)
        #expect(await OwnAccount.name() == (user == 4242 ? "4242" : "nobody"))
        let engine = try await Engines.native(in: home)
        #expect(engine.abilities.limits.count == 1)
        let base = try await engine.importFileSystem(home + "/base.tar", changes: [], as: "tiny:1")
        let image = try await engine.withContainer(from: base, ContainerSpec()) {
          (container) async throws -> EngineImage in
          #expect(try await container.does("id -u; chmod 4755 /bin/busybox; echo x >/tmp/x") == "0\n")
          _ = await #expect(throws: EngineError.self) { _ = try await container.tell("true", user: "7") }
          try await container.copyIn(tar: try Tar.file("file", "content"), to: "/tmp")
          return try await container.commit(ImageCommit())
        }
        let entry = try #require(try await engine.view(image).entry(at: "/tmp/file").value)
        #expect(entry.owner == 0)
      }
    }
  }
}
