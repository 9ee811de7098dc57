/// Takes bytes in order: a blob being written, an array.
package protocol ByteSink: AnyObject {
  func write(_ bytes: UnsafeRawBufferPointer) throws(ImageError)
}

extension ByteSink {
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
