package import Host
import Image

extension DockerEngine {
  /// Whether there is a client to speak to any daemon with.
  package static func isInstalled(_ dialect: DockerDialect, _ environment: [String: String]) -> Bool {
    ProgramSearch(environment: environment).path(of: dialect.name) != nil
  }

  /// The engine, if it can start containers, or why it cannot.
  package static func open(
    _ dialect: DockerDialect, folders: Folders, environment: [String: String],
    registryPatience: Double? = RegistryPatience.usual
  ) async throws(EngineError) -> DockerEngine {
    let engine = DockerEngine(
      dialect, environment: environment, folders: folders, registryPatience: registryPatience)
    switch dialect {
    case .docker:
      try await engine.client.run(
        ["version", "--format", "{{.Server.Version}}"], to: "reach its daemon", deadline: 30)
    case .podman: try await engine.tryStarting()
    }
    return engine
  }

  /// Starts a container of an empty folder: podman has no daemon that could have been refused rights before.
  private func tryStarting() async throws(EngineError) {
    let said = CollectedBytes(limit: 1 << 16)
    let attempt = "start a container"
    let outcome: Result<Termination, EngineError>
    do throws(ImageError) {
      outcome = try await ScratchFolder.with(in: scratch) { (folder) throws(ImageError) in
        let words = ["run", "--rm", "--network", "none", "--rootfs", folder, "/absent"]
        do throws(EngineError) {
          return .success(
            try await client.stream(words, to: attempt, deadline: 60) { chunk in
              if case .error(let bytes) = chunk { await said.append(bytes) }
            })
        } catch { return .failure(error) }
      }
    } catch { throw .image(error) }
    // The code that tells of a program which is not there: all else was.
    guard try outcome.get() != .exited(127) else { return }
    throw client.error(String(decoding: await said.bytes, as: UTF8.self), attempt)
  }
}
