import CZlib

/// Deflates bytes into one gzip member; equal bytes give equal members (no time, no name).
enum GzipEncoder {
  static func member(_ bytes: [UInt8], level: Int32 = 6) throws(ImageError) -> [UInt8] {
    var stream = z_stream()
    // 31: a window of 32 KiB behind a gzip header; 8: zlib's own choice of memory.
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else {
      throw ImageError(.machine, "cannot start zlib")
    }
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let status = bytes.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { throw ImageError(.machine, "zlib failed") }
    output.removeLast(Int(stream.avail_out))
    return output
  }
}
