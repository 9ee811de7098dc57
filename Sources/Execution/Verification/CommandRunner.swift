package import Engine

/// Opens a sandbox of the image that is verified, and runs commands of a spec in it.
package struct CommandRunner: Sendable {
  /// Runs a program in the sandbox to its end.
  package typealias Run =
    @Sendable (ContainerCommand, @escaping OutputSink) async throws(EngineError) -> CommandEnd

  private let open: @Sendable (@Sendable (@escaping Run) async throws -> Void) async throws -> Void

  /// `open` starts one sandbox, hands `Run` to its argument, and removes the sandbox on every way out.
  package init(
    open: @escaping @Sendable (@Sendable (@escaping Run) async throws -> Void) async throws -> Void
  ) {
    self.open = open
  }

  /// A container of the engine for each spec, without a network unless one is asked for.
  package init(_ engine: any ContainerEngine, image: EngineImage, network: ContainerSpec.Network = .none) {
    self.init { body in
      if network == .none, !engine.abilities.isolatedNetwork {
        throw EngineError(.unavailable, "\(engine.name) cannot start a container without a network here")
      }
      var spec = ContainerSpec()
      spec.network = network
      try await engine.withContainer(from: image, spec) { container in
        try await body { (command, output) async throws(EngineError) in
          try await container.run(command, output: output)
        }
      }
    }
  }

  /// Starts a sandbox for the time of `body`.
  func withSandbox(_ body: @Sendable (@escaping Run) async throws -> Void) async throws {
    try await open(body)
  }
}
