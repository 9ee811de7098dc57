package import Image
package import Observation

extension ContainerEngine {
  /// An engine keeps no snapshots unless it says otherwise.
  package var snapshots: SnapshotShelf? { nil }

  /// Engines with a daemon keep images that have lost their names.
  package func hold(_ image: EngineImage) async throws(EngineError) -> ImageHold? { nil }

  /// An engine that runs programs of images as they are need not tell.
  package func program(of image: EngineImage) async throws(EngineError) -> ContainerSpec.Program? { nil }

  /// What an engine lacks, its abilities say.
  package func refusal(of spec: ContainerSpec) -> EngineError? {
    do throws(EngineError) { try abilities.expect(spec, of: name) } catch { return error }
    return nil
  }
}

extension RunningContainer {
  /// A container cannot be entered unless it says otherwise.
  package func attach(
    _ command: ContainerCommand, _ streams: AttachedStreams
  ) async throws(EngineError) -> CommandEnd {
    throw EngineError(.unavailable, "containers of this engine cannot be entered")
  }

  /// A container's files are not seen unless it says otherwise.
  package func files() async throws(EngineError) -> (any ImageView)? { nil }

  /// A container cannot be looked into unless it says otherwise.
  package func facts(_ wanted: FactsRequest) async throws(EngineError) -> ContainerFacts {
    throw .noView
  }

  package func answer(to question: NetworkQuestion) async throws(EngineError) -> NetworkAnswer {
    throw .noView
  }

  package func mainProcess() async throws(EngineError) -> MainProcess { throw .noView }
  package func logs(limit: Int) async throws(EngineError) -> ContainerLogs { throw .noView }
  package func signal(_ number: Int32) async throws(EngineError) { throw .noView }

  /// An engine keeps no snapshots unless it says otherwise.
  package func keepSnapshot(_ key: String) async throws(EngineError) -> Digest? { nil }
}

extension EngineError {
  fileprivate static let noView = EngineError(
    .unavailable, "running containers of this engine cannot be looked into")
}
