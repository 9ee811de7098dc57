import Host
import Image

extension EngineError {
  /// What a failure of the host means for an engine.
  static func host(_ error: HostError) -> EngineError {
    switch error.reason {
    case .noSpace:
      EngineError(
        .noSpace, error.description,
        help: "free some space, or set `XDG_CACHE_HOME` to a folder on a larger disk")
    case .notPermitted:
      EngineError(.unavailable, error.description, help: "run as root, or use `--engine docker`")
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
      EngineError(
        .noSpace, error.message,
        help: "free some space, or set `XDG_CACHE_HOME` and `XDG_DATA_HOME` to folders on a larger disk")
    case .malformed, .machine: EngineError(.failed, error.message)
    }
  }

  /// The failure that `errno` tells of, with what was tried.
  static func system(_ attempt: String) -> EngineError { .host(.last(attempt)) }
}
