package import Host

extension HostError {
  /// Go's words for why the file at a path cannot be read.
  package func goWords(reading path: String) -> String {
    switch reason {
    case .absent: "open \(path): no such file or directory"
    case .isDirectory: "read \(path): is a directory"
    case .notDirectory: "open \(path): not a directory"
    case .notPermitted: "open \(path): permission denied"
    case .linkLoop: "open \(path): too many levels of symbolic links"
    case .alreadyThere, .noSpace, .timedOut, .stalled, .cancelled, .other: "open \(path): \(description)"
    }
  }
}
