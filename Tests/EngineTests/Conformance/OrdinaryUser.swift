import Glibc
import Host
import Image
import Support
import Testing

@testable import Engine

/// Runs conformance cases in processes of an ordinary user: the tests themselves are root's.
enum OrdinaryUser {
  /// Holds the native engine to a case, as the test account.
  static func hold(_ candidate: Candidate, to example: ConformanceCase) async throws {
    let home = try Engines.current.homeOfOrdinaryUser.get()
    let registry = (try? Engines.current.registry.get()) ?? ""
    let folder = Engines.current.folder
    await #expect(processExitsWith: .success) {
      [
        name = example.name as String, kind = candidate.rawValue as String, home = home as String,
        registry = registry as String, folder = folder as String
      ] in
      try TestAccount.become(home: home)
      let example = try #require(ConformanceCase.all.first { $0.name == name })
      let candidate = try #require(Candidate(rawValue: kind))
      let engine = try await Engines.native(in: home, candidate.walls)
      let base: EngineImage
      if let known = try await engine.image(named: "tiny:1") {
        base = known
      } else {
        base = try await engine.importFileSystem(home + "/base.tar", changes: [], as: "tiny:1")
      }
      let engines =
        registry.isEmpty ? Engines(folder: folder) : Engines(registry: .success(registry), folder: folder)
      try await Engines.$current.withValue(engines) {
        try await TemporaryFolder.with { folder in
          try await example.check(
            Bench(engine: engine, base: base, folder: folder, candidate: candidate))
        }
      }
    }
  }
}

extension ConformanceCase {
  /// Every case, whatever it is about.
  static let all = programs + rights + uploads + downloads + traps + commits + exchange + lifetimes + running
}
