import ArgumentParser
import Engine
import Host
import Image

/// `ovenproof clean`: removes what killed runs have left.
struct CleanCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Remove what killed runs have left: containers, scratch folders, half-written blobs.",
    discussion:
      "Tagged images stay; `ovenproof image remove` removes those. Every build cleans up in the same way before it starts."
  )

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    let store = try workplace.store
    var removed = store.removeStagedLayers() + (try store.removeLeftovers())
    removed += ScratchFolder.removeLeftovers(in: ScratchFolder.home(of: store)).map { "unfinished `\($0)`" }
    let folders = try workplace.folders
    removed += try await removedLeftovers("containers", in: workplace) { () throws(EngineError) in
      try await NativeEngine.open(folders: folders, environment: workplace.environment)
    }
    for dialect in DockerDialect.allCases where DockerEngine.isInstalled(dialect, workplace.environment) {
      let what = "containers of \(dialect.name)"
      removed += try await removedLeftovers(what, in: workplace) { () throws(EngineError) in
        DockerEngine(dialect, environment: workplace.environment, folders: folders)
      }
    }
    for line in removed { try workplace.console.write("removed \(line)\n") }
    if removed.isEmpty { try workplace.console.write("nothing was left behind\n") }
    return .success
  }

  /// What an engine finds of its own; nothing, and a word about it, where the engine does not work here.
  private func removedLeftovers<Opened: ContainerEngine>(
    _ what: String, in workplace: Workplace, _ open: () async throws(EngineError) -> Opened
  ) async throws(EngineError) -> [String] {
    do throws(EngineError) { return try await open().removeLeftovers() } catch {
      guard error.kind != .cancelled else { throw error }
      workplace.console.note("\(what) were not looked for: \(error.message)")
      return []
    }
  }
}
