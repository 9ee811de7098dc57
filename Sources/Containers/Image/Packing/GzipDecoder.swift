import CZlib

/// Inflates gzip of one or more members; a class, since zlib keeps the address of its state.
final class GzipDecoder {
  private let stream: UnsafeMutablePointer<z_stream>
  private var isBetweenMembers = true
  private var hasMember = false

  init() throws(ImageError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    self.stream = stream
    // 31: a window of 32 KiB behind a gzip header.
    guard inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw ImageError(.machine, "cannot start zlib")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Takes input and gives output; nil where the data are damaged.
  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> DecoderStep? {
    if isBetweenMembers {
      if input.isEmpty { return DecoderStep(consumed: 0, produced: 0, isAtBoundary: true) }
      // Tape blocks: zeros may follow the last member.
      if hasMember, input[0] == 0 {
        let zeros = input.prefix { $0 == 0 }.count
        return zeros == input.count ? DecoderStep(consumed: zeros, produced: 0, isAtBoundary: true) : nil
      }
      isBetweenMembers = false
    }
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(input.count)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(clamping: output.count)
    let room = Int(stream.pointee.avail_out)
    let status = inflate(stream, Z_NO_FLUSH)
    guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { return nil }
    if status == Z_STREAM_END {
      isBetweenMembers = true
      hasMember = true
      inflateReset(stream)
    }
    return DecoderStep(
      consumed: input.count - Int(stream.pointee.avail_in), produced: room - Int(stream.pointee.avail_out),
      isAtBoundary: isBetweenMembers)
  }
}
