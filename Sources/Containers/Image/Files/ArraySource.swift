/// Bytes in memory as a source.
package final class ArraySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImageError) -> Int {
    let count = min(buffer.count, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }

  package func skip(_ count: Int) throws(ImageError) -> Int {
    let skipped = min(count, bytes.count - position)
    position += skipped
    return skipped
  }
}
