import Host
import Image
import Support
import Testing

@testable import Engine

/// The engines of a test run, brought up once: each with an image of busybox alone. What cannot be brought up fails the
/// cases that need it, and no others.
struct Engines: Sendable {
  struct Ready: Sendable {
    let engine: any ContainerEngine
    let base: EngineImage
  }

  /// What is there, or why it is not.
  typealias Attempt<Value> = Result<Value, any Error>

  private let ready: [Candidate: Attempt<Ready>]
  /// `HOST:PORT` of a registry that asks for a password.
  let registry: Attempt<String>
  /// Where the engines keep their files.
  let folder: String
  /// Where the ordinary user keeps its own.
  var homeOfOrdinaryUser: Attempt<String> = .failure(Script.Failure(description: "no ordinary user is there"))

  @TaskLocal static var current = Engines(folder: "/nonesuch")

  static let hasRegistry = Machine.runs(
    .engines, needing: "docker-registry and skopeo",
    isThere: Machine.hasProgram("docker-registry") && Machine.hasProgram("skopeo"))

  init(
    ready: [Candidate: Attempt<Ready>] = [:],
    registry: Attempt<String> = .failure(Script.Failure(description: "no registry was brought up")),
    folder: String
  ) {
    self.ready = ready
    self.folder = folder
    self.registry = registry
  }

  subscript(_ candidate: Candidate) -> Ready {
    get throws {
      guard let attempt = ready[candidate] else {
        throw Script.Failure(description: "\(candidate) was not brought up")
      }
      return try attempt.get()
    }
  }

  /// Brings up what the machine has, runs the tests, and takes it down again.
  static func with(_ body: () async throws -> Void) async throws {
    guard !Candidate.all.isEmpty else { return try await body() }
    try await with(Candidate.all, body)
  }

  /// Brings up some engines; the scripts of `.ci` that start the clients have their names.
  static func with(
    _ candidates: [Candidate], scripts: [Candidate: String] = [.docker: "dockerd", .podman: "podman"],
    _ body: () async throws -> Void
  ) async throws {
    let tar = try await Script.run("base-image", ["tiny"])
    try await TemporaryFolder.with { (folder) async throws in
      try await withRegistry(in: folder) { (registry) async throws in
        // The names of their sockets must be short.
        try await withScript(candidates.contains(.docker) ? scripts[.docker] : nil, folder + "/d") { host in
          try await withScript(candidates.contains(.podman) ? scripts[.podman] : nil, folder + "/p") {
            place in
            var ready = await natives(candidates, in: folder, tar)
            ready[.docker] = await attempt {
              try await Ready(client(.docker, in: folder, ["DOCKER_HOST": try host.get()]), tar)
            }
            ready[.podman] = await attempt {
              try await Ready(client(.podman, in: folder, variables(ofPodmanAt: try place.get())), tar)
            }
            var engines = Engines(ready: ready, registry: registry, folder: folder)
            if candidates.contains(where: \.isRootless) {
              engines.homeOfOrdinaryUser = await attempt { try homeOfOrdinaryUser(in: folder, tar) }
            }
            try await $current.withValue(engines) { try await body() }
          }
        }
      }
    }
  }

  /// The variants of the native engine that are root's.
  private static func natives(
    _ candidates: [Candidate], in folder: String, _ tar: String
  ) async -> [Candidate: Attempt<Ready>] {
    var ready: [Candidate: Attempt<Ready>] = [:]
    // They share a store, in which a second import would take the name from the first.
    var base: EngineImage?
    for candidate in candidates where candidate.isNative && !candidate.isRootless {
      ready[candidate] = await attempt {
        let engine = try await native(in: folder, candidate.walls)
        return if let base { Ready(engine: engine, base: base) } else { try await Ready(engine, tar) }
      }
      base = base ?? (try? ready[candidate]?.get())?.base
    }
    return ready
  }

  private static func attempt<Value>(_ work: () async throws -> Value) async -> Attempt<Value> {
    do { return .success(try await work()) } catch { return .failure(error) }
  }

  /// A folder of the test account, with the base image in it.
  static func homeOfOrdinaryUser(in folder: String, _ tar: String) throws -> String {
    let home = folder + "/home"
    try HostFile.makeFolder(home)
    try HostFile.write(try Disk(workingDirectory: "/").read(tar, limit: 64 << 20), to: home + "/base.tar")
    try TestAccount.own(home)
    return home
  }

  private static func withRegistry(
    in folder: String, _ body: (Attempt<String>) async throws -> Void
  ) async throws {
    // The hash of `sesame`.
    let line = "tester:$2b$05$abcdefghijklmnopqrstuuKcS.CYWVYVaLiiCKrrc0A5s3mGesJ9O\n"
    try HostFile.write(Array(line.utf8), to: folder + "/passwords")
    try await withScript(hasRegistry ? "registry" : nil, folder + "/r", ["\(folder)/passwords"], body)
  }

  /// Starts what a script starts in a folder, and stops it on every way out.
  private static func withScript(
    _ script: String?, _ folder: String, _ more: [String] = [], _ body: (Attempt<String>) async throws -> Void
  ) async throws {
    guard let script else {
      return try await body(.failure(Script.Failure(description: "it was not to be brought up")))
    }
    let address = await attempt { try await Script.run(script, ["start", folder] + more) }
    guard case .success = address else { return try await body(address) }
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

  private static func variables(ofPodmanAt place: String) -> [String: String] {
    ["CONTAINERS_CONF": place + "/containers.conf", "CONTAINERS_STORAGE_CONF": place + "/storage.conf"]
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
