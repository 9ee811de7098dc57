import Engine
import Host

/// Finds the engine that a run uses.
struct EngineProvider: Sendable {
  let workplace: Workplace

  /// The engine that was asked for, or the first that works here; removes what killed runs have left in it.
  func engine(_ choice: EngineOptions.Choice?) async throws -> any ContainerEngine {
    let engine = try await opened(choice, try workplace.folders)
    for line in try await engine.removeLeftovers() {
      workplace.console.say("removed what an earlier run left: \(line)")
    }
    return engine
  }

  private func opened(
    _ choice: EngineOptions.Choice?, _ folders: Folders
  ) async throws(EngineError) -> any ContainerEngine {
    switch choice {
    case .native: return try await native(folders)
    case .docker: return try await docker(folders)
    case nil:
      let refusal: EngineError
      do throws(EngineError) { return try await native(folders) } catch { refusal = error }
      do throws(EngineError) { return try await docker(folders) } catch {
        throw EngineError(
          .unavailable, "no engine works here: native: \(refusal.message); docker: \(error.message)",
          help: refusal.help ?? error.help)
      }
    }
  }

  private func native(_ folders: Folders) async throws(EngineError) -> NativeEngine {
    try await NativeEngine.open(folders: folders, environment: workplace.environment)
  }

  private func docker(_ folders: Folders) async throws(EngineError) -> DockerEngine {
    try await DockerEngine.open(folders: folders, environment: workplace.environment)
  }
}
