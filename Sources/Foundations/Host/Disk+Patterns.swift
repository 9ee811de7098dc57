import Glibc

extension Disk {
  /// The paths that a pattern of `*`, `?` and `[…]` matches, sorted; a relative pattern gives relative paths. Hidden files count.
  package func paths(matching pattern: String) -> [String] {
    let isRelative = !pattern.hasPrefix("/")
    let prefix = workingDirectory + "/"
    let quoted = prefix.unicodeScalars.map { "*?[]\\".unicodeScalars.contains($0) ? "\\\($0)" : "\($0)" }
      .joined()
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(isRelative ? quoted + pattern : pattern, GLOB_PERIOD, nil, &found) == 0 else { return [] }
    let paths = (0..<Int(found.gl_pathc)).compactMap { index in
      found.gl_pathv[index].map { String(cString: $0) }
    }
    return paths.filter { !$0.hasSuffix("/.") && !$0.hasSuffix("/..") }
      .map { isRelative ? String($0.dropFirst(prefix.count)) : $0 }
  }
}
