import Crypto
package import Host
import Source

/// The digest of a file's bytes, or of everything in a folder: names, modes and contents.
package enum TreeDigest {
  /// How much of a folder is read before no digest is given.
  private static let fileLimit = 20_000
  private static let byteLimit = 1 << 30

  /// `sha256:…`; nil where something cannot be read or is too large.
  package static func digest(of path: String, in files: any FileTree) -> String? {
    guard let status = files.status(path) else { return nil }
    var walk = Walk(files: files)
    switch status.kind {
    case .file: return walk.contentDigest(path).map(text)
    case .directory:
      guard walk.add(path, depth: 0) else { return nil }
      return text(Array(walk.hash.finalize()))
    case .other: return nil
    }
  }

  private static func text(_ digest: [UInt8]) -> String {
    "sha256:\(digest.hexadecimal)"
  }

  private struct Walk {
    let files: any FileTree
    var hash = SHA256()
    private var count = 0
    private var bytes = 0

    init(files: any FileTree) { self.files = files }

    mutating func contentDigest(_ path: String) -> [UInt8]? {
      guard let content = try? files.read(path, limit: TreeDigest.byteLimit - bytes) else { return nil }
      bytes += content.count
      return Array(SHA256.hash(data: content))
    }

    /// Adds what is in a folder; false where it cannot be read whole.
    mutating func add(_ folder: String, depth: Int) -> Bool {
      guard depth < 64, let names = try? files.list(folder) else { return false }
      for name in names {
        let path = folder + "/" + name
        count += 1
        guard count <= TreeDigest.fileLimit else { return false }
        // A link to nowhere has a name and no content.
        let status = files.status(path)
        hash.update(data: Array("\(depth)/\(name)/\(String(status?.mode ?? 0, radix: 8))\n".utf8))
        switch status?.kind {
        case .file:
          guard let digest = contentDigest(path) else { return false }
          hash.update(data: digest)
        case .directory: guard add(path, depth: depth + 1) else { return false }
        default: continue
        }
      }
      return true
    }
  }
}
