package import Engine
package import Expectation

/// Opens sandboxes of the image that is verified, and runs commands of a spec in them.
package struct CommandRunner: Sendable {
  /// Runs a program in the sandbox to its end.
  package typealias Run =
    @Sendable (ContainerCommand, @escaping OutputSink) async throws(EngineError) -> CommandEnd
  /// What is done in a sandbox while it lasts.
  package typealias Work = @Sendable (@escaping Run) async throws -> Void

  /// The engine's name.
  let name: String
  private let open: @Sendable (CommandSandbox?, Work) async throws -> Void

  /// `open` starts one sandbox, hands `Run` to its last argument, and removes the sandbox on every way out; its first says how
  /// the sandbox of a single command is made, and is nil for one that commands share.
  package init(
    named name: String = "sandbox",
    open: @escaping @Sendable (CommandSandbox?, Work) async throws -> Void
  ) {
    self.name = name
    self.open = open
  }

  /// Containers of the engine, without a network unless one is asked for.
  package init(_ engine: any ContainerEngine, image: EngineImage, network: ContainerSpec.Network = .none) {
    self.init(named: engine.name) { sandbox, work in
      try engine.expectWalls(for: network)
      try await engine.withContainer(from: image, ContainerSpec(sandbox, network)) { container in
        try await work { (command, output) async throws(EngineError) in
          try await container.run(command, output: output)
        }
      }
    }
  }

  /// Starts a sandbox for the time of `work`.
  func withSandbox(_ sandbox: CommandSandbox? = nil, _ work: Work) async throws {
    try await open(sandbox, work)
  }
}

extension ContainerEngine {
  func expectWalls(for network: ContainerSpec.Network) throws(EngineError) {
    guard network != .none || abilities.isolatedNetwork else {
      throw EngineError(.unavailable, "\(name) cannot start a container without a network here")
    }
  }
}

extension ContainerSpec {
  init(_ sandbox: CommandSandbox?, _ network: Network) {
    self.init()
    self.network = network
    defer { holdBack() }
    guard let sandbox else { return }
    privileged = sandbox.isPrivileged
    capabilitiesAdded = sandbox.capabilities
    mounts = sandbox.mounts.map {
      Mount(source: $0.source, destination: $0.destination, isReadOnly: $0.isReadOnly)
    }
  }
}
