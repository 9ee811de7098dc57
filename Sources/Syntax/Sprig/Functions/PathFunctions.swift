import GoTemplate

/// Sprig's functions of paths; those with `os` in front are the same on Linux.
enum PathFunctions {
  static func function(_ name: String) -> PlainFunction? {
    switch name {
    case "base", "osBase": .of(.text) { .text(base($0.text(0))) }
    case "dir", "osDir": .of(.text) { .text(folder($0.text(0))) }
    case "clean", "osClean": .of(.text) { .text(cleaned($0.text(0))) }
    case "ext", "osExt": .of(.text) { .text(suffix($0.text(0))) }
    case "isAbs", "osIsAbs": .of(.text) { .bool($0.text(0).utf8.first == UInt8(ascii: "/")) }
    default: nil
    }
  }

  private static func base(_ path: String) -> String {
    if path.isEmpty { return "." }
    return path.unicodeScalars.split(separator: "/").last.map { String($0) } ?? "/"
  }

  private static func folder(_ path: String) -> String {
    cleaned(path.unicodeScalars.lastIndex(of: "/").map { String(path.unicodeScalars[...$0]) } ?? "")
  }

  private static func suffix(_ path: String) -> String {
    let name = path.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).last
    return name.flatMap { name in name.lastIndex(of: ".").map { String(name[$0...]) } } ?? ""
  }

  /// The shortest path of the same meaning, without looking at the disk.
  private static func cleaned(_ path: String) -> String {
    let isAbsolute = path.unicodeScalars.first == "/"
    var parts: [String] = []
    for part in path.unicodeScalars.split(separator: "/").map({ String($0) }) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    let joined = (isAbsolute ? "/" : "") + parts.joined(separator: "/")
    return joined.isEmpty ? "." : joined
  }
}
