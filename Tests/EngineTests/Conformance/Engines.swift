import Host
import Image
import Support
import Testing

@testable import Engine

/// The engines of a test run, brought up once: each with an image of busybox alone.
struct Engines: Sendable {
  struct Ready: Sendable {
    let engine: any ContainerEngine
    let base: EngineImage
  }

  private let ready: [Candidate: Ready]

  @TaskLocal static var current = Engines(ready: [:])

  private init(ready: [Candidate: Ready]) { self.ready = ready }

  subscript(_ candidate: Candidate) -> Ready {
    get throws {
      guard let found = ready[candidate] else { throw Script.Failure(description: "\(candidate) was not brought up") }
      return found
    }
  }

  /// Brings up what the machine has, runs the tests, and takes it down again.
  static func with(_ body: () async throws -> Void) async throws {
    guard !Candidate.all.isEmpty else { return try await body() }
    let tar = try await Script.run("base-image", ["tiny"])
    try await TemporaryFolder.with { folder in
      var ready: [Candidate: Ready] = [:]
      if Candidate.all.contains(.native) { ready[.native] = try await Ready(try await native(in: folder), tar) }
      guard Candidate.all.contains(.docker) else {
        return try await $current.withValue(Engines(ready: ready)) { try await body() }
      }
      // Its sockets' names must be short.
      let daemon = folder + "/d"
      let host = try await Script.run("dockerd", ["start", daemon])
      do {
        ready[.docker] = try await Ready(docker(at: host, in: folder), tar)
        try await $current.withValue(Engines(ready: ready)) { try await body() }
      } catch {
        try await Script.run("dockerd", ["stop", daemon])
        throw error
      }
      try await Script.run("dockerd", ["stop", daemon])
    }
  }

  /// A native engine with all its files in a folder.
  static func native(in folder: String) async throws -> NativeEngine {
    try await NativeEngine.open(
      folders: Folders(data: folder + "/data", cache: folder + "/cache"), environment: HostEnvironment.current(),
      executable: Candidate.executable)
  }

  private static func docker(at host: String, in folder: String) -> DockerEngine {
    DockerEngine(
      environment: ["DOCKER_HOST": host], folders: Folders(data: folder + "/data", cache: folder + "/docker-cache"))
  }
}

extension Engines.Ready {
  fileprivate init(_ engine: any ContainerEngine, _ tar: String) async throws {
    self.init(engine: engine, base: try await engine.importFileSystem(tar, changes: [], as: "tiny:1"))
  }
}

/// Brings the engines up around a suite.
struct EnginesTrait: SuiteTrait, TestScoping {
  let isRecursive = false

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
  ) async throws {
    try await Engines.with { try await function() }
  }
}

extension Trait where Self == EnginesTrait {
  static var engines: Self { Self() }
}
