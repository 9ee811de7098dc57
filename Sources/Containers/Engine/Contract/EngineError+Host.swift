import Host
import Image

extension EngineError {
  /// What a failure of the host means for an engine.
  static func host(_ error: HostError) -> EngineError {
    switch error.reason {
    case .noSpace:
      EngineError(.noSpace, error.description, help: error.reason.help)
    case .notPermitted:
      EngineError(
        .unavailable, error.description,
        help: "see who owns it; `ovenproof doctor` tells what this user lacks for containers")
    case .cancelled: EngineError(.cancelled, "interrupted")
    default: EngineError(.failed, error.description)
    }
  }

  /// What a failure of the image store means for an engine.
  static func image(_ error: ImageError) -> EngineError {
    switch error.kind {
    case .notFound: EngineError(.imageNotFound, error.message)
    case .refused: EngineError(.registry, error.message)
    case .noSpace:
      EngineError(.noSpace, error.message, help: HostError.Reason.noSpace.help)
    case .malformed, .machine, .inUse: EngineError(.failed, error.message)
    }
  }

  /// The failure that `errno` tells of, with what was tried.
  static func system(_ attempt: String) -> EngineError { .host(.last(attempt)) }
}
