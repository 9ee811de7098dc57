extension EngineError {
  /// What `docker run` exits with where a container's program does not start: it goes by the words as well.
  package var codeOfStart: Int32 {
    let words = message.lowercased()
    if words.contains("no such file or directory") || words.contains("not found") { return 127 }
    return words.contains("permission denied") || words.contains("is a directory") ? 126 : 125
  }
}
