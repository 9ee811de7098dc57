import Expectation
import Host

/// Paths and globs as Go's `filepath` has them.
enum GossPaths {
  /// The folder of a path: `.` where it has none.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return joined("", String(path[...slash]))
  }

  /// Two paths in one, without `.`, `..` and doubled slashes where they can be told.
  static func joined(_ folder: String, _ name: String) -> String {
    let whole = folder.isEmpty ? name : folder + "/" + name
    let isAbsolute = whole.utf8.first == UInt8(ascii: "/")
    var parts: [String] = []
    for part in whole.pathParts where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }

  /// The files and folders that fit a pattern, sorted in each folder; names that begin with a dot as well.
  static func matches(of pattern: String, in files: any FileTree) -> [String] {
    guard pattern.contains(where: { "*?[\\".contains($0) }) else {
      return files.status(pattern) != nil || files.isSymbolicLink(pattern) ? [pattern] : []
    }
    var found = [pattern.hasPrefix("/") ? "/" : ""]
    for part in pattern.split(separator: "/") {
      found = found.flatMap { folder in names(in: folder, fitting: String(part), files) }
    }
    return found
  }

  private static func names(in folder: String, fitting part: String, _ files: any FileTree) -> [String] {
    func path(_ name: String) -> String {
      folder.isEmpty || folder == "/" ? folder + name : folder + "/" + name
    }
    guard part.contains(where: { "*?[\\".contains($0) }) else {
      return files.status(path(part)) == nil ? [] : [path(part)]
    }
    let pattern = NamePattern(Array(part.utf8))
    let names = (try? files.list(folder.isEmpty ? "." : folder)) ?? []
    return names.filter { pattern.matches(Array($0.utf8)) }.map(path)
  }
}
