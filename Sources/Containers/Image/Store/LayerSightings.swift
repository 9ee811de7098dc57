import Host

/// The ranges of files that were read and found to hold a layer, so that they need not be read whole again.
///
/// What an archive claims of its layers is never believed: an index is kept by the digest of a layer, and a file that only says to
/// hold that layer is unknown here.
struct LayerSightings {
  /// A range of a file as it is now.
  struct Sighting: Hashable {
    let file: FileState
    let offset: Int
    let count: Int
    /// The digest that its bytes were found to have, packed as they are; nil where none was told.
    let digest: Digest?

    fileprivate var line: String { "\(file) \(offset) \(count) \(digest?.hex ?? "-")" }
  }

  private static let most = 64
  private static let sizeLimit = 1 << 20

  /// The file that remembers them, for one layer.
  let path: String

  func contains(_ sighting: Sighting) -> Bool { lines.contains(sighting.line) }

  /// Remembers one where that can be done, and where a later change of the file would show; the oldest of many is forgotten.
  func add(_ sighting: Sighting) {
    guard sighting.file.isSettled, !contains(sighting) else { return }
    let kept = (lines + [sighting.line]).suffix(Self.most)
    try? HostFile.write(Array((kept.joined(separator: "\n") + "\n").utf8), to: path, isDurable: false)
  }

  private var lines: [String] {
    let bytes = try? Disk(workingDirectory: "/").read(path, limit: Self.sizeLimit)
    return String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
