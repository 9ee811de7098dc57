import CZlib

/// Deflates what is written and passes it on, in constant memory. A class because zlib keeps the address of its state.
package final class DeflateSink<Sink: ByteSink>: ByteSink {
  package enum Form: Sendable {
    case gzip
    /// Deflate alone, as in zip archives.
    case bare

    fileprivate var window: Int32 { self == .gzip ? 31 : -15 }
  }

  private let sink: Sink
  private let stream: UnsafeMutablePointer<z_stream>
  private var room = [UInt8](repeating: 0, count: 1 << 16)

  /// Levels go from 1 to 9; nil takes zlib's own choice.
  package init(to sink: Sink, _ form: Form, level: Int? = nil) throws(ImageError) {
    self.sink = sink
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let chosen = level.map { Int32(min(max($0, 1), 9)) } ?? Z_DEFAULT_COMPRESSION
    let size = Int32(MemoryLayout<z_stream>.size)
    let status = deflateInit2_(
      stream, chosen, Z_DEFLATED, form.window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    guard status == Z_OK else {
      stream.deallocate()
      throw ImageError(.machine, "cannot start zlib")
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(ImageError) {
    var rest = bytes
    while !rest.isEmpty {
      let part = rest.prefix(1 << 30)
      try deflate(UnsafeRawBufferPointer(rebasing: part), flush: Z_NO_FLUSH)
      rest = UnsafeRawBufferPointer(rebasing: rest[part.endIndex...])
    }
  }

  /// Ends the stream; nothing may be written after it.
  package func finish() throws(ImageError) {
    try deflate(UnsafeRawBufferPointer(start: nil, count: 0), flush: Z_FINISH)
  }

  private func deflate(_ bytes: UnsafeRawBufferPointer, flush: Int32) throws(ImageError) {
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(bytes.count)
    var status = Z_OK
    repeat {
      let left = room.withUnsafeMutableBufferPointer { buffer in
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(buffer.count)
        status = CZlib.deflate(stream, flush)
        return Int(stream.pointee.avail_out)
      }
      guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
        throw ImageError(.machine, "zlib failed")
      }
      if left < room.count { try sink.write(Array(room[..<(room.count - left)])) }
      if left > 0, flush == Z_NO_FLUSH { return }
    } while status != Z_STREAM_END && !(flush == Z_NO_FLUSH && stream.pointee.avail_in == 0)
  }
}

/// The checksum of zip and gzip over bytes that come in pieces.
package struct CyclicChecksum: Sendable {
  package private(set) var value: UInt32 = 0

  package init() {}

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
      let start = part.baseAddress?.assumingMemoryBound(to: UInt8.self)
      value = UInt32(crc32(UInt(value), start, UInt32(part.count)))
      rest = UnsafeRawBufferPointer(rebasing: rest[part.count...])
    }
  }
}
