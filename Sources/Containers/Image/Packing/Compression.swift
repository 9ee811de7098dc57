/// How the bytes of a layer or archive are packed; told by their first bytes, since labels are often wrong.
package enum Compression: String, Sendable, Hashable {
  case none, gzip, zstd

  /// What the first bytes say; anything else is taken for plain.
  package static func of(_ start: some Collection<UInt8>) -> Compression {
    if start.starts(with: [0x1F, 0x8B]) { return .gzip }
    return start.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) ? .zstd : .none
  }

  /// What a range of a file begins with.
  package static func of(_ file: OpenFile, at offset: Int = 0) throws(ImageError) -> Compression {
    guard file.size - offset >= 4 else { return .none }
    return of(try file.bytes(at: offset, count: 4))
  }
}
