package import Image

extension ContainerEngine {
  /// An engine keeps no snapshots unless it says otherwise.
  package var snapshots: SnapshotShelf? { nil }
}

extension RunningContainer {
  /// A container cannot be entered unless it says otherwise.
  package func attach(
    _ command: ContainerCommand, _ streams: AttachedStreams
  ) async throws(EngineError) -> CommandEnd {
    throw EngineError(.unavailable, "containers of this engine cannot be entered")
  }

  /// An engine keeps no snapshots unless it says otherwise.
  package func keepSnapshot(_ key: String) async throws(EngineError) -> Digest? { nil }
}
