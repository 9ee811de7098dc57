import Host
import Source

/// The file `chefignore`: globs of files that Chef does not see.
struct ChefIgnore: Sendable, Hashable {
  private let patterns: [FilePattern]

  /// Everything is seen.
  static let empty = ChefIgnore(patterns: [])

  private init(patterns: [FilePattern]) { self.patterns = patterns }

  /// Reads one glob a line; blank lines and those that begin with `#` say nothing.
  init(of bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self).trimmingBlanks }
    patterns = lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map {
      FilePattern($0, crossesFolders: true)
    }
  }

  /// The first file found in the given folders counts, alone.
  static func load(from folders: [String], _ store: inout SourceStore) -> ChefIgnore {
    for folder in folders {
      let path = folder + "/chefignore"
      guard store.files.status(path)?.kind == .file else { continue }
      guard let file = try? store.read(path) else { return empty }
      return ChefIgnore(of: file.bytes)
    }
    return empty
  }

  /// Whether a path below the cookbook is left out.
  func covers(_ path: String) -> Bool { patterns.contains { $0.matches(path) } }
}
