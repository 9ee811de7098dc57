import Host
import Support
import Testing

@testable import Engine

@Suite struct EngineProbeTests {
  @Test func `every fact is told once, and what is lacking comes with help`() async throws {
    try await TemporaryFolder.with { (folder) async throws in
      let folders = Folders(data: folder + "/data", cache: folder + "/cache")
      let facts = await EngineProbe(folders: folders, environment: [:], executable: Candidate.executable)
        .facts()
      #expect(Set(facts.map(\.subject)).count == facts.count)
      #expect(facts.suffix(3).map(\.subject) == ["engine native", "engine docker", "engine podman"])
      for fact in facts where fact.verdict == .lacking { #expect(fact.help != nil, "\(fact.subject)") }
      let disk = Disk(workingDirectory: "/")
      #expect(try disk.list(folder + "/cache/native") == [])
    }
  }

  @Test(.enabled(if: Candidate.all.contains(.native)))
  func `where the native engine works, its parts are found good`() async throws {
    try await TemporaryFolder.with { (folder) async throws in
      let folders = Folders(data: folder + "/data", cache: folder + "/cache")
      let facts = await EngineProbe(
        folders: folders, environment: HostEnvironment.current(), executable: Candidate.executable
      ).facts()
      for subject in ["overlayfs", "mounts", "runc", "engine native"] {
        #expect(facts.first { $0.subject == subject }?.verdict == .good, "\(subject)")
      }
    }
  }
}
