import Host

extension FileTree {
  /// A path without `..` behind a folder, where that is no symbolic link: `packer/../cookbooks` is `cookbooks`.
  func plain(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      guard part == "..", let last = parts.last, last != ".." else {
        parts.append(part)
        continue
      }
      let before = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
      guard !isSymbolicLink(before), status(before)?.kind == .directory else { return path }
      parts.removeLast()
    }
    if path.hasPrefix("/") { return "/" + parts.joined(separator: "/") }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}
