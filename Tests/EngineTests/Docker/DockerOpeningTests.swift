import Host
import Support
import Testing

@testable import Engine

/// What it takes until docker or podman can be worked with.
@Suite struct DockerOpeningTests {
  @Test(.enabled(if: Machine.offers("docker", isThere: Machine.hasProgram("docker"))))
  func `whatever keeps docker from answering, the engine is not available`() async throws {
    try await TemporaryFolder.with { folder in
      for host in ["tcp://[", "unix://\(folder)/no.sock", "ssh://"] {
        let environment = HostEnvironment.current().merging(["DOCKER_HOST": host]) { $1 }
        let error = await #expect(throws: EngineError.self) {
          try await DockerEngine.open(
            .docker, folders: Folders(data: folder, cache: folder), environment: environment)
        }
        #expect(error?.kind == .unavailable, "\(host): \(error.map(\.message) ?? "")")
      }
    }
  }

  @Test(.enabled(if: Candidate.all.contains(.podman)))
  func `podman is tried with a container, which is gone however that ends`() async throws {
    try await OwnPodman.with { (environment, place) async throws in
      let folders = Folders(data: place + "/data", cache: place + "/cache")
      let engine = try await DockerEngine.open(.podman, folders: folders, environment: environment)
      #expect(try await Self.containers(environment) == "")
      for delay in [0, 40, 80, 100, 120, 140, 160, 200] {
        let opening = Task {
          try await DockerEngine.open(.podman, folders: folders, environment: environment)
        }
        try await Task.sleep(for: .milliseconds(delay))
        opening.cancel()
        if case .failure(let error as EngineError) = await opening.result {
          #expect(error.kind == .cancelled, "\(error)")
        }
        #expect(try await Self.containers(environment) == "", "after \(delay) ms")
      }
      #expect(try await engine.removeLeftovers() == [])
    }
  }

  @Test(.enabled(if: Candidate.all.contains(.podman)))
  func `what keeps podman from starting containers is told in its words, as a lack of the engine`()
    async throws
  {
    try await OwnPodman.with { (environment, place) async throws in
      let folders = Folders(data: place + "/data", cache: place + "/cache")
      var environment = environment
      let settings = String(
        decoding: try Disk(workingDirectory: "/").read(place + "/containers.conf", limit: 1 << 16),
        as: UTF8.self)
      try HostFile.write(
        Array(settings.replacing("runtime = \"runc\"", with: "runtime = \"/no/such/runtime\"").utf8),
        to: place + "/broken.conf")
      environment["CONTAINERS_CONF"] = place + "/broken.conf"
      let error = await #expect(throws: EngineError.self) {
        try await DockerEngine.open(.podman, folders: folders, environment: environment)
      }
      #expect(error?.kind == .unavailable, "\(error.map { "\($0.kind)" } ?? "")")
      #expect(error?.message.contains("/no/such/runtime") == true, "\(error?.message ?? "")")
      // Who only asks about it starts nothing.
      _ = try await DockerEngine.reach(.podman, folders: folders, environment: environment)
    }
  }

  /// The names of all containers, a line each.
  private static func containers(_ environment: [String: String]) async throws -> String {
    let output = try await Command(
      ["podman", "--log-level=error", "ps", "--all", "--format", "{{.Names}}"],
      environment: .inherited(adding: environment)
    ).output()
    return String(decoding: output.output, as: UTF8.self)
  }
}
