/// The moment and the identity of a run: made once, so that all builds agree.
package struct RunClock: Sendable {
  /// Seconds since 1970.
  package let started: Int
  /// The run's UUID (`{{build "PackerRunUUID"}}`).
  package let uuid: String
  /// Values of functions that only a run knows, by the name of their hole.
  package let functions: @Sendable (String) -> String?

  package init(started: Int, uuid: String, functions: @escaping @Sendable (String) -> String?) {
    self.started = started
    self.uuid = uuid
    self.functions = functions
  }
}
