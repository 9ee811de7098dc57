import Support
import Testing

@testable import Engine

/// How engines are brought up for tests.
@Suite struct EnginesTests {
  @Test(.enabled(if: Candidate.all.contains(.namespaces)))
  func `a client that does not start takes no other engine with it`() async throws {
    try await Engines.with([.namespaces, .docker], scripts: [.docker: "nonesuch"]) {
      #expect(throws: (any Error).self) { try Engines.current[.docker] }
      let ready = try Engines.current[.namespaces]
      _ = try await ready.engine.withContainer(from: ready.base, ContainerSpec()) {
        try await $0.does("true")
      }
    }
  }
}
