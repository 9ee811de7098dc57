/// How a command in a container ended.
package enum CommandEnd: Sendable, Hashable {
  /// As a shell reports it: 128 + the signal for a killed program, 127 for a missing one, 126 for one that
  /// cannot be executed.
  case exited(Int32)
  case timedOut
  /// The container itself ended.
  case disconnected
}
