package import Host
import Image

extension DockerEngine {
  /// Whether there is a client to speak to any daemon with.
  package static func isInstalled(_ dialect: DockerDialect, _ environment: [String: String]) -> Bool {
    ProgramSearch(environment: environment).path(of: dialect.name) != nil
  }

  /// The engine, if it can start containers, or why it cannot: whatever the client says, there is none then.
  package static func open(
    _ dialect: DockerDialect, folders: Folders, environment: [String: String],
    registryPatience: Double? = RegistryPatience.usual
  ) async throws(EngineError) -> DockerEngine {
    let engine = try await reach(
      dialect, folders: folders, environment: environment, registryPatience: registryPatience)
    // With docker the daemon that answers has the rights; podman is what has them, or has not.
    if dialect == .podman { try await engine.tryStarting() }
    return engine
  }

  /// The engine, if there is one to speak to. Nothing is started, so it may yet turn out that it cannot.
  package static func reach(
    _ dialect: DockerDialect, folders: Folders, environment: [String: String],
    registryPatience: Double? = RegistryPatience.usual
  ) async throws(EngineError) -> DockerEngine {
    guard isInstalled(dialect, environment) else { throw dialect.absence }
    let engine = DockerEngine(
      dialect, environment: environment, folders: folders, registryPatience: registryPatience)
    guard dialect == .docker else { return engine }
    do throws(EngineError) {
      try await engine.client.run(
        ["version", "--format", "{{.Server.Version}}"], to: "reach its daemon", deadline: 30)
    } catch { throw error.ofOpening }
    return engine
  }

  /// Starts a container of an empty folder, and removes it on every way out.
  private func tryStarting() async throws(EngineError) {
    let name = "\(DockerContainerName(.next()))"
    let outcome: Result<Void, EngineError>
    do throws(ImageError) {
      outcome = try await ScratchFolder.with(in: scratch) { (folder) throws(ImageError) in
        do throws(EngineError) { return .success(try await start(name, of: folder)) } catch {
          // A client that was ended has not removed what it had made. Where it never made any, this fails, too.
          try? await outsideCancellation { () throws(EngineError) in try await removeContainer(name) }
          return .failure(error)
        }
      }
    } catch { throw EngineError.image(error).ofOpening }
    if case .failure(let error) = outcome { throw error.ofOpening }
  }

  private func start(_ name: String, of folder: String) async throws(EngineError) {
    let said = CollectedBytes(limit: 1 << 16)
    let attempt = "start a container"
    let end = try await client.stream(
      ["run", "--name", name, "--rm", "--network", "none", "--rootfs", folder, "/absent"], to: attempt,
      deadline: 60
    ) { chunk in
      if case .error(let bytes) = chunk { await said.append(bytes) }
    }
    // The code that tells of a program which is not there: all else was.
    guard end != .exited(127) else { return }
    throw client.error(String(decoding: await said.bytes, as: UTF8.self), attempt)
  }
}

extension EngineError {
  /// The failure as a reason why there is no engine to work with; an interruption stays one.
  fileprivate var ofOpening: EngineError {
    if kind == .cancelled { return self }
    return Task.isCancelled
      ? EngineError(.cancelled, "interrupted") : EngineError(.unavailable, message, help: help)
  }
}
