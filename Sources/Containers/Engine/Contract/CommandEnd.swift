package import Observation

/// How a command in a container ended.
package enum CommandEnd: Sendable, Hashable {
  /// As a shell reports it: 128 + the signal for a killed program, 127 for a missing one, 126 for one that
  /// cannot be executed.
  case exited(Int32)
  /// No program was started; only where the command asked to be told so, in the place of 126 and 127.
  case unstarted(StartFailure)
  case timedOut
  /// The container itself ended.
  case disconnected
}
