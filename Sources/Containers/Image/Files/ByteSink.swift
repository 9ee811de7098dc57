/// Takes bytes in order: a blob being written, an array.
package protocol ByteSink: AnyObject {
  func write(_ bytes: UnsafeRawBufferPointer) throws(ImageError)

  /// Takes so many zeros; a file keeps no room for them.
  func writeHole(_ count: Int) throws(ImageError)
}

extension ByteSink {
  package func writeHole(_ count: Int) throws(ImageError) {
    let zeros = [UInt8](repeating: 0, count: min(count, 1 << 18))
    var left = count
    while left > 0 {
      try ImageError.checkCancellation()
      let part = min(left, zeros.count)
      try zeros.withBuffer { buffer throws(ImageError) in
        try write(UnsafeRawBufferPointer(rebasing: buffer[..<part]))
      }
      left -= part
    }
  }

  package func write(_ bytes: [UInt8]) throws(ImageError) {
    try bytes.withBuffer { buffer throws(ImageError) in try write(buffer) }
  }

  /// Writes what a source still holds; returns how many bytes those were.
  @discardableResult
  package func write(contentsOf source: some ByteSource) throws(ImageError) -> Int {
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { scratch.deallocate() }
    var total = 0
    while true {
      try ImageError.checkCancellation()
      let count = try source.read(into: scratch)
      if count == 0 { return total }
      try write(UnsafeRawBufferPointer(rebasing: scratch[..<count]))
      total += count
    }
  }
}
