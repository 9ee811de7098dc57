extension ContainerEngine {
  /// An engine keeps no snapshots unless it says otherwise.
  package func snapshot(
    of keys: [String], maxAge seconds: Int
  ) async throws(EngineError) -> (key: String, image: EngineImage)? { nil }
}

extension RunningContainer {
  /// An engine keeps no snapshots unless it says otherwise.
  package func keepSnapshot(_ key: String) async throws(EngineError) {}
}
