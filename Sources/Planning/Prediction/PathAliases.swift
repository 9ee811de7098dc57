/// By which names a path may be reached as well: through links that most systems have, and through those that a build makes.
struct PathAliases: Sendable {
  private var links: [(path: String, target: String)] = [
    ("/bin", "/usr/bin"), ("/sbin", "/usr/sbin"), ("/lib", "/usr/lib"), ("/lib32", "/usr/lib32"),
    ("/lib64", "/usr/lib64"), ("/libx32", "/usr/libx32"), ("/var/run", "/run"), ("/var/lock", "/run/lock"),
    ("/var/mail", "/var/spool/mail"),
  ]

  /// Notes a link; `target` as it is written in it.
  mutating func add(_ path: String, to target: String) {
    let folder = path.split(separator: "/").dropLast()
    var names = target.hasPrefix("/") ? [] : Array(folder)
    for name in target.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    links.append((path, "/" + names.joined(separator: "/")))
  }

  /// Whether what changes one path, and all below it, may change another, or something on the way there.
  func mayTouch(_ changed: String, _ path: String) -> Bool {
    let changed = followed(changed)
    let path = followed(path)
    return path == changed || path.isBelow(changed) || changed.isBelow(path)
  }

  /// Whether two paths may name one thing.
  func areSame(_ one: String, _ other: String) -> Bool { followed(one) == followed(other) }

  /// Whether a path may be below another.
  func isBelow(_ path: String, _ folder: String) -> Bool { followed(path).isBelow(followed(folder)) }

  private func followed(_ path: String) -> String {
    var path = path
    // As many links as Linux follows (path_resolution(7)).
    for _ in 0..<40 {
      guard let link = links.last(where: { path == $0.path || path.isBelow($0.path) }) else { break }
      path = link.target + path.dropFirst(link.path.count)
    }
    return path
  }
}

extension String {
  fileprivate func isBelow(_ folder: String) -> Bool {
    folder == "/" ? self != "/" : utf8.count > folder.utf8.count && hasPrefix(folder + "/")
  }
}
