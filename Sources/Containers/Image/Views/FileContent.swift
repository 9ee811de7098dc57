/// Where the content of a regular file lies: a range of an open file, which is read piece by piece.
package struct FileContent: Sendable {
  private let file: OpenFile
  private let offset: Int
  package let size: Int
  /// Where the data lies of a file with holes.
  private let map: SparseMap?
  /// What holds it (a layer's digest, or a path) and where it starts there: equal ones are the same bytes.
  private let origin: String
  private let start: Int

  private static let pieceSize = 1 << 18

  init(_ file: OpenFile, offset: Int, size: Int, map: SparseMap? = nil, origin: String, start: Int) {
    self.file = file
    self.offset = offset
    self.size = size
    self.map = map
    self.origin = origin
    self.start = start
  }

  /// Whether two files hold the same bytes; nothing is read where they lie in the same place of the same layer.
  package func isEqual(to other: FileContent) throws(ImageError) -> Bool {
    guard size == other.size else { return false }
    if origin == other.origin, start == other.start { return true }
    var done = 0
    while done < size {
      try ImageError.checkCancellation()
      // Where both have a hole, there is nothing to read.
      done = min(data(from: done), other.data(from: done))
      let count = min(Self.pieceSize, size - done)
      guard try bytes(at: done, count: count) == other.bytes(at: done, count: count) else { return false }
      done += count
    }
    return true
  }

  /// All of it; nil where that is more than `limit` bytes.
  package func bytes(limit: Int) throws(ImageError) -> [UInt8]? {
    size <= limit ? try bytes(at: 0, count: size) : nil
  }

  /// So many bytes from the beginning, or all of a shorter one.
  func beginning(limit: Int) throws(ImageError) -> [UInt8] { try bytes(at: 0, count: min(size, limit)) }

  private func bytes(at start: Int, count: Int) throws(ImageError) -> [UInt8] {
    guard let map else { return try file.bytes(at: offset + start, count: count) }
    var bytes = [UInt8](repeating: 0, count: count)
    for piece in map.pieces(in: start..<start + count) {
      let from = max(piece.start, start)
      let part = min(piece.end, start + count) - from
      let data = try file.bytes(at: offset + piece.stored + from - piece.start, count: part)
      bytes.replaceSubrange(from - start..<from - start + part, with: data)
    }
    return bytes
  }

  private func data(from place: Int) -> Int { map?.data(from: place) ?? place }
}
