/// Files in memory, laid over nothing: for examples, tests and standard input.
package struct MemoryFileTree: FileTree {
  private let files: [String: [UInt8]]

  /// Files by path; their folders exist by themselves.
  package init(_ files: [String: [UInt8]]) {
    self.files = Dictionary(files.map { (Self.clean($0), $1) }) { first, _ in first }
  }

  package var workingDirectory: String { "/" }

  package func isSymbolicLink(_ path: String) -> Bool { false }

  package func status(_ path: String) -> FileStatus? {
    let path = Self.clean(path)
    if let bytes = files[path] { return FileStatus(kind: .file, size: bytes.count, mode: 0o644) }
    let isFolder = path.isEmpty || files.keys.contains { $0.hasPrefix(path + "/") }
    return isFolder ? FileStatus(kind: .directory, size: 0, mode: 0o755) : nil
  }

  package func read(_ path: String, limit: Int) throws(HostError) -> [UInt8] {
    guard let bytes = files[Self.clean(path)] else {
      throw HostError("read `\(path)`", status(path) == nil ? .absent : .isDirectory)
    }
    guard bytes.count <= limit else { throw HostError("read `\(path)`", .other("it is too large")) }
    return bytes
  }

  package func list(_ path: String) throws(HostError) -> [String] {
    guard status(path)?.kind == .directory else { throw HostError("list `\(path)`", .absent) }
    let clean = Self.clean(path)
    let prefix = clean.isEmpty ? "" : clean + "/"
    let names = files.keys.filter { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count).prefix { $0 != "/" }) }
    return Set(names).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// A path without `.`, empty parts and resolvable `..`.
  private static func clean(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
