import Engine
import Host

/// Why a step could not be carried out.
struct StepFailure: Error, Sendable, Hashable {
  /// One sentence, lower-case, no final stop.
  let message: String
  let exitCode: Int32?
  let isTimeout: Bool

  init(_ message: String, exitCode: Int32? = nil, isTimeout: Bool = false) {
    self.message = message
    self.exitCode = exitCode
    self.isTimeout = isTimeout
  }

  /// The failure that any error of the layers below stands for.
  static func wrapping(_ error: any Error) -> StepFailure {
    switch error {
    case let failure as StepFailure: failure
    case let error as EngineError: StepFailure(error.help.map { "\(error.message); \($0)" } ?? error.message)
    case let error as HostError: StepFailure(error.description)
    case is CancellationError: StepFailure("interrupted")
    default: StepFailure("\(error)")
    }
  }
}
