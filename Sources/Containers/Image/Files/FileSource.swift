/// A range of a file as a source, with a digest of what was read where asked for.
package final class FileSource: ByteSource {
  private let file: OpenFile
  private var position: Int
  private let end: Int
  /// Read ahead, so that the small headers of a tar do not cost a call each.
  private var ahead = [UInt8](repeating: 0, count: 1 << 16)
  private var aheadRange = 0..<0
  private var digest: StreamingDigest?

  /// A source over the range `offset..<offset + count` of a file, cut to the file's end.
  package init(_ file: OpenFile, offset: Int = 0, count: Int? = nil, isDigested: Bool = false) {
    self.file = file
    position = offset
    end = min(file.size, count.map { offset + $0 } ?? file.size)
    digest = isDigested ? StreamingDigest() : nil
  }

  /// The digest of all that was read.
  package var digestSoFar: Digest? { digest?.value }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImageError) -> Int {
    let count = try fetch(into: buffer)
    if count > 0 { digest?.update(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
    position += count
    return count
  }

  package func skip(_ count: Int) throws(ImageError) -> Int {
    if digest != nil { return try skipByReading(count) }
    let skipped = min(count, max(0, end - position))
    position += skipped
    return skipped
  }

  private func fetch(into buffer: UnsafeMutableRawBufferPointer) throws(ImageError) -> Int {
    let wanted = min(buffer.count, end - position)
    if wanted <= 0 { return 0 }
    if wanted >= ahead.count {
      return try file.read(at: position, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
    }
    if !aheadRange.contains(position) {
      let (file, position, room) = (file, position, min(ahead.count, end - position))
      let count = try ahead.withMutableBuffer { bytes throws(ImageError) in
        try file.read(at: position, into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<room]))
      }
      aheadRange = position..<position + count
    }
    let count = min(wanted, aheadRange.upperBound - position)
    let start = position - aheadRange.lowerBound
    ahead.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count]))
    }
    return count
  }
}
