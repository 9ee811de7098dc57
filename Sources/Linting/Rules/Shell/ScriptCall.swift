/// How an `execute_command` calls the script: by its path, as an argument of an interpreter, or in a way of its own.
struct ScriptCall {
  private static let interpreters: Set<Substring> = [
    "ash", "bash", "dash", "ksh", "mksh", "perl", "python", "python2", "python3", "pwsh", "ruby", "sh", "zsh",
    "source", ".",
  ]

  /// Whether the script is called by its path, so that its first line counts.
  let isByPath: Bool

  init(_ command: String) {
    let path = ["{{.Path}}", "{{ .Path }}", "{{.Script}}", "{{ .Script }}"]
      .compactMap { command.lastRange(of: $0)?.lowerBound }.max()
    guard let path else {
      isByPath = false
      return
    }
    var before = command[..<path]
    var isQuoted = false
    if let quote = before.last, quote == "'" || quote == "\"" {
      before.removeLast()
      isQuoted = true
    }
    let start =
      before.lastIndex { ";&|('\"\n".contains($0) }.map { before.index(after: $0) } ?? before.startIndex
    let words = before[start...].split(separator: " ")
    // `sh -c '{{.Path}}'` calls the script by its path.
    if isQuoted, words.last == "-c" {
      isByPath = true
      return
    }
    isByPath = !words.contains { Self.interpreters.contains($0.split(separator: "/").last ?? $0) }
  }
}

extension String {
  /// The last place of a part.
  fileprivate func lastRange(of part: String) -> Range<String.Index>? {
    var found: Range<String.Index>?
    var start = startIndex
    while let range = self[start...].firstRange(of: part) {
      found = range
      start = range.upperBound
    }
    return found
  }
}
