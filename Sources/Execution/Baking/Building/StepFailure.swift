import Engine
import Host
import Image

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

  /// What went wrong, and what to do about it.
  private init(_ message: String, help: String?) {
    self.init(help.map { "\(message); \($0)" } ?? message)
  }

  /// The failure that any error of the layers below stands for.
  static func wrapping(_ error: any Error) -> StepFailure {
    switch error {
    case let failure as StepFailure: failure
    case let error as EngineError: StepFailure(error.message, help: error.help)
    case let error as HostError: StepFailure(error.description, help: error.reason.help)
    case let error as ImageError:
      StepFailure(error.message, help: error.kind == .noSpace ? HostError.Reason.noSpace.help : nil)
    case is CancellationError: StepFailure("interrupted")
    default: StepFailure("\(error)")
    }
  }
}
