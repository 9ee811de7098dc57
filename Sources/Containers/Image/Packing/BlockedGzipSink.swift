/// Writes BGZF: gzip members of at most 64 KiB, each with its own length in its header, so that readers can jump (SAM
/// specification, 4.1).
package final class BlockedGzipSink<Sink: ByteSink>: ByteSink {
  private static var blockSize: Int { 0xFF00 }

  private let sink: Sink
  private let level: Int?
  private var waiting: [UInt8] = []

  package init(to sink: Sink, level: Int? = nil) {
    self.sink = sink
    self.level = level
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(ImageError) {
    waiting.append(contentsOf: bytes)
    var start = 0
    while waiting.count - start > Self.blockSize {
      try writeBlock(Array(waiting[start..<start + Self.blockSize]))
      start += Self.blockSize
    }
    waiting.removeFirst(start)
  }

  /// Writes what is left and the empty block that marks the end.
  package func finish() throws(ImageError) {
    if !waiting.isEmpty { try writeBlock(waiting) }
    waiting = []
    try writeBlock([])
  }

  private func writeBlock(_ content: [UInt8]) throws(ImageError) {
    let deflated = ArraySink()
    let deflate = try DeflateSink(to: deflated, .bare, level: level)
    try deflate.write(content)
    try deflate.finish()
    var checksum = CyclicChecksum()
    content.withUnsafeBytes { checksum.add($0) }
    let header: [UInt8] = [0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 0xFF, 6, 0, 0x42, 0x43, 2, 0]
    let size = header.count + 2 + deflated.bytes.count + 8
    try sink.write(
      header + (size - 1).littleEndian(2) + deflated.bytes + Int(checksum.value).littleEndian(4)
        + content.count.littleEndian(4))
  }
}

extension Int {
  /// The lowest bytes of the number, the lowest first.
  func littleEndian(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) }
  }
}
