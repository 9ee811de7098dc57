package import Engine
package import Expectation

/// Starts the image that is verified as its configuration says, in a container that is held back.
package struct ImageStarter: Sendable {
  private enum Source {
    case image(any ContainerEngine, EngineImage)
    /// One that somebody has started already.
    case container(any RunningContainer)
  }

  private let source: Source

  package init(_ engine: any ContainerEngine, image: EngineImage) { source = .image(engine, image) }

  /// Has specs judged on a container that runs already; how they would have it started counts for nothing.
  package init(_ container: any RunningContainer) { source = .container(container) }

  /// Runs it for the time of `body`; `adding` changes what settings do not speak of.
  package func withContainer<Result: Sendable>(
    _ settings: RunSettings, adding: (inout ContainerSpec) -> Void = { _ in },
    _ body: @Sendable (any RunningContainer) async throws -> Result
  ) async throws -> Result {
    let engine: any ContainerEngine
    let image: EngineImage
    switch source {
    case .container(let container): return try await body(container)
    case .image(let found, let foundImage): (engine, image) = (found, foundImage)
    }
    guard engine.abilities.isolatedProcesses else {
      throw EngineError(
        .unavailable, "\(engine.name) cannot start a container with processes and a network of its own here")
    }
    var spec = ContainerSpec()
    spec.process = .own
    spec.network = settings.network == .host ? .host : .none
    spec.environment = settings.environment
    spec.entrypoint = settings.entrypoint
    spec.command = settings.command
    spec.user = settings.user
    adding(&spec)
    spec.holdBack()
    return try await engine.withContainer(from: image, spec, body)
  }
}

extension ContainerSpec {
  /// What no container for verifying needs: rights beyond those it starts with, and more memory or processes than a machine can
  /// well spare.
  mutating func holdBack() {
    forbidsNewPrivileges = !privileged
    limits = Limits(memory: 4 << 30, processes: 4096)
  }
}
