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
    var removed = try workplace.store.removeStagedLayers()
    let folders = try workplace.folders
    let engine: NativeEngine
    do {
      engine = try await NativeEngine.open(folders: folders, environment: workplace.environment)
    } catch {
      guard error.kind == .unavailable else { throw error }
      workplace.console.note("containers were not looked for: \(error.message)")
      return told(removed, in: workplace)
    }
    removed += try await engine.removeLeftovers()
    return told(removed, in: workplace)
  }

  private func told(_ removed: [String], in workplace: Workplace) -> ExitStatus {
    for line in removed { workplace.console.write("removed \(line)\n") }
    if removed.isEmpty { workplace.console.write("nothing was left behind\n") }
    return .success
  }
}
