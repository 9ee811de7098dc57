/// Where the content of a regular file lies: a range of an open file, which is read piece by piece.
package struct FileContent: Sendable {
  private let file: OpenFile
  private let offset: Int
  package let size: Int
  /// What holds it (a layer's digest, or a path) and where it starts there: equal ones are the same bytes.
  private let origin: String
  private let start: Int

  private static let pieceSize = 1 << 18

  init(_ file: OpenFile, offset: Int, size: Int, origin: String, start: Int) {
    self.file = file
    self.offset = offset
    self.size = size
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
      let count = min(Self.pieceSize, size - done)
      let own = try file.bytes(at: offset + done, count: count)
      guard try own == other.file.bytes(at: other.offset + done, count: count) else { return false }
      done += count
    }
    return true
  }

  /// All of it; nil where that is more than `limit` bytes.
  package func bytes(limit: Int) throws(ImageError) -> [UInt8]? {
    size <= limit ? try file.bytes(at: offset, count: size) : nil
  }
}
