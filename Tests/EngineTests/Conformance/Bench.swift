import Glibc
import Host
import Image
import Source
import Support
import Testing

@testable import Engine

/// What a conformance case works with: an engine, an image of busybox, and a folder of the host for itself.
struct Bench: Sendable {
  let engine: any ContainerEngine
  let base: EngineImage
  let folder: String
  let candidate: Candidate

  /// Starts a container of the base and hands it to the case.
  func withContainer<Result: Sendable>(
    of image: EngineImage? = nil, _ spec: ContainerSpec = ContainerSpec(),
    _ body: @Sendable (any RunningContainer) async throws -> Result
  ) async throws -> Result {
    try await engine.withContainer(from: image ?? base, spec, body)
  }

  /// An image of what a script makes of the base.
  func image(
    after script: String, _ commit: ImageCommit = ImageCommit(), from image: EngineImage? = nil
  ) async throws -> EngineImage {
    try await withContainer(of: image) { container in
      try await container.does(script)
      return try await container.commit(commit)
    }
  }

  /// The configuration of an image, which an image at rest always has.
  func configuration(of image: EngineImage) async throws -> ImageConfiguration {
    guard let found = try await engine.view(image).configuration.value else {
      throw Script.Failure(description: "an image without a configuration")
    }
    return found
  }

  /// The object at a path of an image; nil for nothing.
  func entry(_ path: String, of image: EngineImage) async throws -> ImageEntry? {
    try await engine.view(image).entry(at: path).value
  }

  /// `HOST:PORT` of a registry that takes the user `tester` with the password `sesame`.
  func registry() throws -> String {
    try Engines.current.registry.get()
  }

  /// A file of the host, for uploads.
  @discardableResult
  func write(_ text: String, to name: String, mode: mode_t = 0o644) throws -> String {
    let path = folder + "/" + name
    try HostFile.makeFolder(HostFile.folder(of: path))
    try HostFile.write(Array(text.utf8), to: path)
    chmod(path, mode)
    return path
  }
}

/// How a program ended, and what it wrote.
struct Told: Sendable, Equatable {
  var end: CommandEnd
  var output: String
  var error: String
}

extension RunningContainer {
  /// Runs a command and collects what it writes.
  func tell(_ command: ContainerCommand) async throws -> Told {
    let collected = CollectedStreams()
    let end = try await run(command) { await collected.append($0, $1) }
    return Told(
      end: end, output: String(decoding: await collected.output, as: UTF8.self),
      error: String(decoding: await collected.error, as: UTF8.self))
  }

  func tell(_ script: String, user: String? = nil) async throws -> Told {
    try await tell(ContainerCommand(["/bin/sh", "-c", script], user: user))
  }

  /// What a script prints that must succeed.
  @discardableResult
  func does(_ script: String, user: String? = nil, sourceLocation: SourceLocation = #_sourceLocation)
    async throws -> String
  {
    let told = try await tell(script, user: user)
    #expect(told.end == .exited(0), "`\(script)` said: \(told.error)", sourceLocation: sourceLocation)
    return told.output
  }
}

/// Both streams of a program, as they come.
actor CollectedStreams {
  private(set) var output: [UInt8] = []
  private(set) var error: [UInt8] = []

  func append(_ stream: OutputStream, _ bytes: [UInt8]) {
    switch stream {
    case .output: output += bytes
    case .error: error += bytes
    }
  }
}

/// One thing that every engine must do.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  /// What not every variant of an engine has; the abilities say which.
  enum Need: Sendable, Hashable {
    case walls, mounts, devices, ownNetwork

    func isMet(by abilities: EngineAbilities) -> Bool {
      switch self {
      case .walls: abilities.isolatedProcesses
      case .mounts: abilities.mounts
      case .devices: abilities.devices
      case .ownNetwork: abilities.isolatedNetwork
      }
    }
  }

  let name: String
  let need: Need?
  private let body: @Sendable (Bench) async throws -> Void

  init(_ name: String, needs need: Need? = nil, _ body: @escaping @Sendable (Bench) async throws -> Void) {
    self.name = name
    self.need = need
    self.body = body
  }

  /// Holds the engine to it, as far as that says it is able to.
  func check(_ bench: Bench) async throws {
    guard need?.isMet(by: bench.engine.abilities) ?? true else { return }
    guard let gap = bench.candidate.gaps[name] else { return try await body(bench) }
    Machine.say("known to fail: \(bench.candidate): \(name): \(gap)")
    await gap.expectFailure { try await body(bench) }
  }

  var testDescription: String { name }

  /// Expects an engine's refusal of a kind.
  static func expect(
    _ kind: EngineError.Kind, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () async throws -> Void
  ) async {
    do {
      try await body()
      Issue.record("nothing was refused", sourceLocation: sourceLocation)
    } catch let error as EngineError {
      #expect(error.kind == kind, "\(error)", sourceLocation: sourceLocation)
    } catch {
      Issue.record(error, sourceLocation: sourceLocation)
    }
  }
}
