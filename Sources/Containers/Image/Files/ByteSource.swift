/// Bytes that are read once, front to back: a file, a decompressed layer, an array.
package protocol ByteSource: AnyObject {
  /// Reads at most as many bytes as the buffer holds, which is not empty; 0 only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImageError) -> Int

  /// Passes over bytes; returns how many there were, fewer than asked only at the end.
  func skip(_ count: Int) throws(ImageError) -> Int
}

extension ByteSource {
  /// Fills a buffer; returns how many bytes there were, fewer than it holds only at the end.
  package func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(ImageError) -> Int {
    var count = 0
    while count < buffer.count {
      let more = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      if more == 0 { break }
      count += more
    }
    return count
  }

  /// Passes over bytes by reading them.
  package func skipByReading(_ count: Int) throws(ImageError) -> Int {
    let scratch = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(max(count, 1), 1 << 16), alignment: 16)
    defer { scratch.deallocate() }
    var left = count
    while left > 0 {
      try ImageError.checkCancellation()
      let part = UnsafeMutableRawBufferPointer(rebasing: scratch[..<min(left, scratch.count)])
      let more = try read(into: part)
      if more == 0 { break }
      left -= more
    }
    return count - left
  }

  /// Reads on to the end.
  package func drain() throws(ImageError) {
    while try skipByReading(1 << 20) > 0 {}
  }

  /// Everything up to the end, or an error where that is more than `limit` bytes.
  package func readAll(limit: Int, named name: String) throws(ImageError) -> [UInt8] {
    var all: [UInt8] = []
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { scratch.deallocate() }
    while true {
      let count = try read(into: scratch)
      if count == 0 { return all }
      all.append(contentsOf: scratch[..<count])
      guard all.count <= limit else {
        throw ImageError(.malformed, "`\(name)` is larger than \(limit) bytes")
      }
    }
  }
}
