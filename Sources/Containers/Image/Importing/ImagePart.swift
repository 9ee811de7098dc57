/// A range of a file.
struct ImagePart {
  let path: String
  let offset: Int
  let size: Int

  /// All bytes of a small part.
  func bytes(limit: Int = 16 << 20) throws(ImageError) -> [UInt8] {
    let file = try OpenFile(path)
    guard size <= limit else { throw ImageError(.malformed, "`\(path)` is larger than \(limit) bytes") }
    return try file.bytes(at: offset, count: size)
  }
}
