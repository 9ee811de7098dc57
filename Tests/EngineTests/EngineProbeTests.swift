import Host
import Support
import Testing

@testable import Engine

/// A probe of podman starts a container in it, so it is one of the test's own.
@Suite(.enabled(if: OwnPodman.leavesUsersAlone)) struct EngineProbeTests {
  @Test func `every fact is told once, and what is lacking comes with help`() async throws {
    try await Self.withFolder { (folder, environment) async throws in
      let folders = Folders(data: folder + "/data", cache: folder + "/cache")
      let facts = await EngineProbe(
        folders: folders, environment: environment, executable: Candidate.executable
      ).facts()
      #expect(Set(facts.map(\.subject)).count == facts.count)
      #expect(facts.suffix(3).map(\.subject) == ["engine native", "engine docker", "engine podman"])
      for fact in facts where fact.verdict == .lacking { #expect(fact.help != nil, "\(fact.subject)") }
      let disk = Disk(workingDirectory: "/")
      // Of what it tried, only what `runc` says of itself is kept.
      #expect(try disk.list(folder + "/cache/native").filter { $0 != "runtime-features" } == [])
    }
  }

  @Test(.enabled(if: Candidate.all.contains(.native)))
  func `where the native engine works, its parts are found good`() async throws {
    try await Self.withFolder { (folder, environment) async throws in
      let folders = Folders(data: folder + "/data", cache: folder + "/cache")
      let facts = await EngineProbe(
        folders: folders, environment: environment, executable: Candidate.executable
      ).facts()
      var good = ["overlayfs", "mounts", "runc", "engine native"]
      if Candidate.all.contains(.podman) { good.append("engine podman") }
      for subject in good {
        #expect(facts.first { $0.subject == subject }?.verdict == .good, "\(subject)")
      }
    }
  }

  private static func withFolder(
    _ body: (_ folder: String, _ environment: [String: String]) async throws -> Void
  ) async throws {
    try await OwnPodman.withIfThere { environment in
      try await TemporaryFolder.with { try await body($0, environment) }
    }
  }
}
