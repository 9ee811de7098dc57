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
  /// `HOST:PORT` of a registry that asks for a password.
  let registry: String?

  /// Where the engines keep their files.
  let folder: String
  /// Where the ordinary user keeps its own; nil where none is there.
  var homeOfOrdinaryUser: String?

  @TaskLocal static var current = Engines(registry: nil, folder: "/nonesuch")

  static let hasRegistry = Machine.runs(
    .engines, needing: "docker-registry and skopeo",
    isThere: Machine.hasProgram("docker-registry") && Machine.hasProgram("skopeo"))

  init(ready: [Candidate: Ready] = [:], registry: String?, folder: String) {
    self.ready = ready
    self.folder = folder
    self.registry = registry
  }

  subscript(_ candidate: Candidate) -> Ready {
    get throws {
      guard let found = ready[candidate] else {
        throw Script.Failure(description: "\(candidate) was not brought up")
      }
      return found
    }
  }

  /// Brings up what the machine has, runs the tests, and takes it down again.
  static func with(_ body: () async throws -> Void) async throws {
    guard !Candidate.all.isEmpty else { return try await body() }
    let tar = try await Script.run("base-image", ["tiny"])
    try await TemporaryFolder.with { (folder) async throws in
      try await withRegistry(in: folder) { (registry) async throws in
        try await withClients(in: folder) { (clients) async throws in
          var ready: [Candidate: Ready] = [:]
          // They share a store, in which a second import would take the name from the first.
          var base: EngineImage?
          for candidate in Candidate.all where candidate.isNative && !candidate.isRootless {
            let engine = try await native(in: folder, candidate.walls)
            let one = if let base { Ready(engine: engine, base: base) } else { try await Ready(engine, tar) }
            base = one.base
            ready[candidate] = one
          }
          for (candidate, engine) in clients { ready[candidate] = try await Ready(engine, tar) }
          var engines = Engines(ready: ready, registry: registry, folder: folder)
          if Candidate.all.contains(where: \.isRootless) {
            engines.homeOfOrdinaryUser = try homeOfOrdinaryUser(in: folder, tar)
          }
          try await $current.withValue(engines) {
            try await body()
          }
        }
      }
    }
  }

  /// A folder of the test account, with the base image in it.
  static func homeOfOrdinaryUser(in folder: String, _ tar: String) throws -> String {
    let home = folder + "/home"
    try HostFile.makeFolder(home)
    try HostFile.write(try Disk(workingDirectory: "/").read(tar, limit: 64 << 20), to: home + "/base.tar")
    try TestAccount.own(home)
    return home
  }

  private static func withRegistry(in folder: String, _ body: (String?) async throws -> Void) async throws {
    guard hasRegistry else { return try await body(nil) }
    // The hash of `sesame`.
    let line = "tester:$2b$05$abcdefghijklmnopqrstuuKcS.CYWVYVaLiiCKrrc0A5s3mGesJ9O\n"
    try HostFile.write(Array(line.utf8), to: folder + "/passwords")
    try await withScript("registry", folder + "/r", ["\(folder)/passwords"], body)
  }

  /// Docker with a daemon of its own, and podman with folders of its own.
  private static func withClients(
    in folder: String, _ body: ([Candidate: DockerEngine]) async throws -> Void
  ) async throws {
    // The names of their sockets must be short.
    try await withScript("dockerd", folder + "/d", if: .docker) { (host) async throws in
      try await withScript("podman", folder + "/p", if: .podman) { (place) async throws in
        var clients: [Candidate: DockerEngine] = [:]
        if let host {
          clients[.docker] = client(.docker, in: folder, ["DOCKER_HOST": host])
        }
        if let place {
          clients[.podman] = client(
            .podman, in: folder,
            [
              "CONTAINERS_CONF": place + "/containers.conf",
              "CONTAINERS_STORAGE_CONF": place + "/storage.conf",
            ])
        }
        try await body(clients)
      }
    }
  }

  private static func withScript(
    _ script: String, _ folder: String, if candidate: Candidate, _ body: (String?) async throws -> Void
  ) async throws {
    guard Candidate.all.contains(candidate) else { return try await body(nil) }
    try await withScript(script, folder, [], body)
  }

  /// Starts what a script starts in a folder, and stops it on every way out.
  private static func withScript(
    _ script: String, _ folder: String, _ more: [String], _ body: (String?) async throws -> Void
  ) async throws {
    let address = try await Script.run(script, ["start", folder] + more)
    do {
      try await body(address)
    } catch {
      try await Script.run(script, ["stop", folder])
      throw error
    }
    try await Script.run(script, ["stop", folder])
  }

  /// A native engine with all its files in a folder.
  static func native(
    in folder: String, _ walls: Walls.Kind = .runc
  ) async throws -> NativeEngine {
    try await NativeEngine.open(
      folders: Folders(data: folder + "/data", cache: folder + "/cache"),
      environment: HostEnvironment.current(),
      executable: Candidate.executable, walls: walls)
  }

  private static func client(
    _ dialect: DockerDialect, in folder: String, _ environment: [String: String]
  ) -> DockerEngine {
    DockerEngine(
      dialect, environment: environment,
      folders: Folders(data: folder + "/data", cache: "\(folder)/\(dialect.name)-cache"),
      executable: Candidate.executable)
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
