import CZstd

/// Unpacks zstd of one or more frames.
final class ZstdDecoder {
  private let stream: OpaquePointer
  private var isAtBoundary = true

  init() throws(ImageError) {
    guard let stream = ZSTD_createDStream() else { throw ImageError(.machine, "cannot start zstd") }
    self.stream = stream
    // 128 MiB: what the zstd program takes without being told.
    ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, 27)
  }

  deinit { ZSTD_freeDStream(stream) }

  /// Takes input and gives output; nil where the data are damaged.
  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> DecoderStep? {
    if input.isEmpty, isAtBoundary { return DecoderStep(consumed: 0, produced: 0, isAtBoundary: true) }
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let left = ZSTD_decompressStream(stream, &target, &source)
    guard ZSTD_isError(left) == 0 else { return nil }
    isAtBoundary = left == 0
    return DecoderStep(consumed: source.pos, produced: target.pos, isAtBoundary: isAtBoundary)
  }
}
