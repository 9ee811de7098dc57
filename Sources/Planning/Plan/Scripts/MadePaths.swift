/// Paths in the container that steps put there or make.
struct MadePaths {
  private var paths: Set<String> = []
  /// The folders above them.
  private var folders: Set<String> = []

  /// Adds a path; nothing below the root is taken for made because the root was named.
  mutating func add(_ path: String) {
    let path = Self.withoutSlashesAtEnd(path)
    guard !path.isEmpty, paths.insert(path).inserted else { return }
    for folder in Self.folders(of: path) where !folders.insert(folder).inserted { return }
  }

  /// Whether a path, or a folder above it, was made.
  func holds(_ path: String) -> Bool {
    let path = Self.withoutSlashesAtEnd(path)
    return paths.contains(path) || Self.folders(of: path).contains(where: paths.contains)
  }

  /// Whether a path, a folder above it or something in it was made.
  func touches(_ path: String) -> Bool { holds(path) || folders.contains(Self.withoutSlashesAtEnd(path)) }

  /// The folders above a path, the nearest first.
  private static func folders(of path: String) -> some Sequence<String> {
    sequence(state: path[...]) { rest in
      guard let slash = rest.lastIndex(of: "/"), slash != rest.startIndex else { return nil }
      rest = rest[..<slash]
      return String(rest)
    }
  }

  private static func withoutSlashesAtEnd(_ path: String) -> String {
    var path = path[...]
    while path.last == "/" { path.removeLast() }
    return String(path)
  }
}
