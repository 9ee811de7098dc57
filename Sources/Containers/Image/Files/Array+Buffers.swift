extension [UInt8] {
  /// Lends the bytes to a call that may fail with an image error.
  func withBuffer<Result>(
    _ body: (UnsafeRawBufferPointer) throws(ImageError) -> Result
  ) throws(ImageError) -> Result {
    try withUnsafeBufferPointer { buffer throws(ImageError) in try body(UnsafeRawBufferPointer(buffer)) }
  }

  /// Lends the bytes to a call that fills them and may fail with an image error.
  mutating func withMutableBuffer<Result>(
    _ body: (UnsafeMutableRawBufferPointer) throws(ImageError) -> Result
  ) throws(ImageError) -> Result {
    try withUnsafeMutableBufferPointer { buffer throws(ImageError) in
      try body(UnsafeMutableRawBufferPointer(buffer))
    }
  }
}
