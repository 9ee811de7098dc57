import Expectation
import Host
import Source

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
  static func matches(of pattern: String, in files: any FileTree) throws(GoFilePattern.Fault) -> [String] {
    _ = try GoFilePattern(pattern).matches("")
    guard GoFilePattern.hasMarks(pattern) else {
      return files.status(pattern) != nil || files.isSymbolicLink(pattern) ? [pattern] : []
    }
    let name = pattern.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let head = pattern.dropLast(name.count)
    let folder = head.isEmpty ? "." : head == "/" ? "/" : String(head.dropLast())
    let folders = try GoFilePattern.hasMarks(folder) ? matches(of: folder, in: files) : [folder]
    var found: [String] = []
    for folder in folders where files.status(folder)?.kind == .directory {
      for candidate in (try? files.list(folder)) ?? [] {
        guard try GoFilePattern(String(name)).matches(candidate) else { continue }
        found.append(joined("", folder == "/" ? "/" + candidate : folder + "/" + candidate))
      }
    }
    return found
  }
}
