import Engine
import Host
import Image
import Lint

/// Finds the engine that a run uses.
struct EngineProvider: Sendable {
  let workplace: Workplace
  /// How long a registry may neither send nor take anything; nil for the usual time.
  var registryPatience: TimeLimit?

  /// The engine that was asked for, or the first that works here; removes what killed runs have left in it. `folders` are
  /// those of its images, where not the user's own.
  func engine(
    _ choice: EngineOptions.Choice?, in folders: Folders? = nil
  ) async throws -> any ContainerEngine {
    let engine = try await opened(choice, try folders ?? workplace.folders)
    for line in try await engine.removeLeftovers() {
      workplace.console.say("removed what an earlier run left: \(line)")
    }
    return engine
  }

  /// The engine, with all that killed runs have left in it.
  private func opened(
    _ choice: EngineOptions.Choice?, _ folders: Folders
  ) async throws(EngineError) -> any ContainerEngine {
    switch choice {
    case .native(let walls): return try await native(folders, walls)
    case .client(let dialect): return try await client(dialect, folders)
    case nil:
      var refusals: [(name: String, error: EngineError)] = []
      do throws(EngineError) { return try await native(folders) } catch { refusals.append(("native", error)) }
      for dialect in DockerDialect.allCases {
        do throws(EngineError) { return try await client(dialect, folders) } catch {
          refusals.append((dialect.name, error))
        }
      }
      let reasons = refusals.map { "\($0.name): \($0.error.message)" }.joined(separator: "; ")
      throw EngineError(
        .unavailable, "no engine works here: \(reasons)", help: refusals.lazy.compactMap(\.error.help).first)
    }
  }

  /// The engine that is asked about: nothing is started in it.
  func reached(
    _ choice: EngineOptions.Choice, _ folders: Folders
  ) async throws(EngineError) -> any ContainerEngine {
    switch choice {
    case .native(let walls): return try await native(folders, walls)
    case .client(let dialect):
      return try await DockerEngine.reach(dialect, folders: folders, environment: workplace.environment)
    }
  }

  /// Says what the native engine lacks, where it was not asked for so.
  private func native(
    _ folders: Folders, _ walls: Walls.Kind? = nil
  ) async throws(EngineError) -> NativeEngine {
    let engine = try await NativeEngine.open(
      folders: folders, environment: workplace.environment, walls: walls,
      registryPatience: patience)
    if walls == nil, !engine.abilities.limits.isEmpty {
      workplace.console.note("the native engine \(engine.description)")
    }
    return engine
  }

  private func client(
    _ dialect: DockerDialect, _ folders: Folders
  ) async throws(EngineError) -> DockerEngine {
    try await DockerEngine.open(
      dialect, folders: folders, environment: workplace.environment, registryPatience: patience)
  }

  /// In seconds; nil for any time.
  private var patience: Double? {
    guard let registryPatience else { return RegistryPatience.usual }
    return registryPatience.seconds.map(Double.init)
  }
}
