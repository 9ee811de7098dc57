/// How an `execute_command` calls the script: by its path, as an argument of an interpreter, or in a way of its own.
package struct ScriptCall: Sendable {
  private static let interpreters: Set<Substring> = [
    "ash", "bash", "dash", "ksh", "mksh", "perl", "python", "python2", "python3", "pwsh", "ruby", "sh", "zsh",
    "source", ".",
  ]

  /// Whether the script is called by its path, so that its first line counts.
  package let isByPath: Bool
  /// The interpreter that is given the script, without its folder; nil where none is named.
  package let interpreter: String?
  /// The words between the interpreter and the script.
  package let options: [String]

  init(_ command: String) {
    let path = ["{{.Path}}", "{{ .Path }}", "{{.Script}}", "{{ .Script }}"]
      .compactMap { command.lastRange(of: $0)?.lowerBound }.max()
    guard let path else {
      self.init(isByPath: false)
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
      self.init(isByPath: true)
      return
    }
    let index = words.lastIndex { Self.interpreters.contains($0.split(separator: "/").last ?? $0) }
    guard let index else {
      self.init(isByPath: true)
      return
    }
    self.init(
      isByPath: false, interpreter: words[index].split(separator: "/").last.map(String.init),
      options: words[(index + 1)...].map(String.init))
  }

  /// The words of an `execute_command` that is a list, or the one of a text; none for the default.
  init(words: [String]) {
    guard
      let last = words.last(where: { $0.contains("{{") && ($0.contains("Path") || $0.contains("Script")) })
    else {
      self.init(isByPath: words.isEmpty)
      return
    }
    self.init(words.contains("-c") ? last : words.joined(separator: " "))
  }

  private init(isByPath: Bool, interpreter: String? = nil, options: [String] = []) {
    self.isByPath = isByPath
    self.interpreter = interpreter
    self.options = options
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
