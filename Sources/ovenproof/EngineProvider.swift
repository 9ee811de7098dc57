import Engine
import Host

/// Finds the engine that a run uses.
struct EngineProvider: Sendable {
  let workplace: Workplace

  /// The engine that was asked for, or the first that works here; removes what killed runs have left in it.
  func engine(_ choice: EngineOptions.Choice?) async throws -> any ContainerEngine {
    let engine = try await opened(choice)
    for line in try await engine.removeLeftovers() { workplace.console.say("removed what an earlier run left: \(line)") }
    return engine
  }

  private func opened(_ choice: EngineOptions.Choice?) async throws(EngineError) -> any ContainerEngine {
    switch choice {
    case .native: return try await native()
    case .docker: return try await docker()
    case nil:
      let refusal: EngineError
      do throws(EngineError) { return try await native() } catch { refusal = error }
      do throws(EngineError) { return try await docker() } catch {
        throw EngineError(
          .unavailable, "no engine works here: native: \(refusal.message); docker: \(error.message)",
          help: refusal.help ?? error.help)
      }
    }
  }

  private func native() async throws(EngineError) -> NativeEngine {
    try await NativeEngine.open(folders: workplace.folders, environment: workplace.environment)
  }

  private func docker() async throws(EngineError) -> DockerEngine {
    try await DockerEngine.open(folders: workplace.folders, environment: workplace.environment)
  }
}
