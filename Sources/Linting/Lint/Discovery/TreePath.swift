package import Host

/// Paths of a `FileTree` as text: joined, shortened and climbed without asking the tree.
package enum TreePath {
  /// A path as people see it: relative where it lies below the working directory, without `.` and empty parts.
  package static func shown(_ path: String, in tree: any FileTree) -> String {
    let clean = resolved(path)
    guard clean.hasPrefix("/") else { return clean }
    return relative(clean, to: resolved(tree.workingDirectory)) ?? clean
  }

  /// A path from the root of the file system on, without `.` and `..`; symbolic links are not looked at.
  package static func absolute(_ path: String, in tree: any FileTree) -> String {
    absolute(path, from: tree.workingDirectory)
  }

  /// A path from the root on that is relative to a folder, unless it is absolute already.
  package static func absolute(_ path: String, from folder: String) -> String {
    resolved(path.hasPrefix("/") ? path : folder + "/" + path)
  }

  /// An absolute path as seen from the working directory, with `..` where it lies outside.
  package static func seen(_ absolute: String, in tree: any FileTree) -> String {
    let origin = parts(of: tree.workingDirectory)
    let target = parts(of: absolute)
    let common = zip(origin, target).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: origin.count - common)
    return (up + target.dropFirst(common).map(String.init)).joined(separator: "/")
  }

  /// A path below a folder; the empty folder is the working directory.
  package static func joined(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder == "/" ? "/" + name : folder + "/" + name
  }

  /// The folder that holds a path; empty for the working directory.
  package static func parent(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// The rest of an absolute path below an absolute folder; nil where it does not lie below.
  package static func relative(_ path: String, to folder: String) -> String? {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    guard path.utf8.count > prefix.utf8.count, path.hasPrefix(prefix) else { return nil }
    return String(path.dropFirst(prefix.count))
  }

  /// Whether an absolute path is an absolute folder, or lies below it.
  package static func isWithin(_ path: String, _ folder: String) -> Bool {
    path == folder || relative(path, to: folder) != nil
  }

  /// An absolute folder and those above it, nearest first.
  static func climb(from folder: String) -> [String] {
    var folders = [folder]
    while let last = folders.last, last != "/", !last.isEmpty { folders.append(parent(last)) }
    return folders
  }

  /// What stands between the slashes of a path.
  private static func parts(of path: String) -> [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
  }

  private static func resolved(_ path: String) -> String {
    var parts: [Substring] = []
    for part in Self.parts(of: path) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !path.hasPrefix("/") {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
