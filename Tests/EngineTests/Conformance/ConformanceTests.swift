import Support
import Testing

@testable import Engine

/// Every engine of the machine, held to the same cases.
@Suite(.engines, .enabled(if: !Candidate.all.isEmpty))
struct ConformanceTests {
  @Test(.timeLimit(.minutes(30)), arguments: Candidate.all, ConformanceCase.programs)
  func `runs programs`(_ candidate: Candidate, _ example: ConformanceCase) async throws {
    try await hold(candidate, to: example)
  }

  @Test(.timeLimit(.minutes(30)), arguments: Candidate.all, ConformanceCase.running)
  func `shows what runs`(_ candidate: Candidate, _ example: ConformanceCase) async throws {
    try await hold(candidate, to: example)
  }

  @Test(.timeLimit(.minutes(30)), arguments: Candidate.all, ConformanceCase.rights)
  func `gives programs their rights`(_ candidate: Candidate, _ example: ConformanceCase) async throws {
    try await hold(candidate, to: example)
  }

  @Test(.timeLimit(.minutes(30)), arguments: Candidate.all, ConformanceCase.uploads)
  func `takes files in`(_ candidate: Candidate, _ example: ConformanceCase) async throws {
    try await hold(candidate, to: example)
  }

  @Test(.timeLimit(.minutes(30)), arguments: Candidate.all, ConformanceCase.downloads)
  func `gives files out`(_ candidate: Candidate, _ example: ConformanceCase) async throws {
    try await hold(candidate, to: example)
  }

  @Test(.timeLimit(.minutes(30)), arguments: Candidate.all, ConformanceCase.traps)
  func `stays inside`(_ candidate: Candidate, _ example: ConformanceCase) async throws {
    try await hold(candidate, to: example)
  }

  @Test(.timeLimit(.minutes(30)), arguments: Candidate.all, ConformanceCase.commits)
  func `makes images`(_ candidate: Candidate, _ example: ConformanceCase) async throws {
    try await hold(candidate, to: example)
  }

  @Test(
    .timeLimit(.minutes(30)), .enabled(if: Engines.hasRegistry), arguments: Candidate.all,
    ConformanceCase.exchange)
  func `exchanges images`(_ candidate: Candidate, _ example: ConformanceCase) async throws {
    try await hold(candidate, to: example)
  }

  @Test(.timeLimit(.minutes(30)), arguments: Candidate.all, ConformanceCase.lifetimes)
  func `leaves nothing`(_ candidate: Candidate, _ example: ConformanceCase) async throws {
    try await hold(candidate, to: example)
  }

  private func hold(_ candidate: Candidate, to example: ConformanceCase) async throws {
    try await Self.places.withPlace {
      guard !candidate.isRootless else { return try await OrdinaryUser.hold(candidate, to: example) }
      let ready = try Engines.current[candidate]
      try await TemporaryFolder.with { folder in
        try await example.check(
          Bench(engine: ready.engine, base: ready.base, folder: folder, candidate: candidate))
      }
    }
  }

  /// All cases at once would wait for one another until their deadlines pass.
  private static let places = Places(3)
}
