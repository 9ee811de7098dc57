/// The plain bytes of a source that may be compressed.
package final class DecodedSource: ByteSource {
  private enum Decoder {
    case plain
    case gzip(GzipDecoder)
    case zstd(ZstdDecoder)
  }

  /// More than this in one layer is taken for an attack.
  package static let defaultLimit = 64 << 30

  private let source: FileSource
  private let name: String
  private let decoder: Decoder
  private let limit: Int
  private var total = 0
  /// Compressed bytes that are not used up yet.
  private var input = [UInt8](repeating: 0, count: 1 << 17)
  private var inputRange = 0..<0
  private var isInputAtEnd = false

  /// Decodes a source; refuses to make more than `limit` bytes of it. `name` is for messages.
  package init(
    _ source: FileSource, _ compression: Compression, named name: String,
    limit: Int = DecodedSource.defaultLimit
  ) throws(ImageError) {
    self.source = source
    self.name = name
    self.limit = limit
    switch compression {
    case .none: decoder = .plain
    case .gzip: decoder = .gzip(try GzipDecoder())
    case .zstd: decoder = .zstd(try ZstdDecoder())
    }
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImageError) -> Int {
    let count = try decode(into: buffer)
    total += count
    guard total <= limit else {
      throw ImageError(.malformed, "`\(name)` unpacks to more than \(limit >> 20) MiB, which is refused")
    }
    return count
  }

  package func skip(_ count: Int) throws(ImageError) -> Int {
    if case .plain = decoder { return try source.skip(count) }
    return try skipByReading(count)
  }

  private func decode(into buffer: UnsafeMutableRawBufferPointer) throws(ImageError) -> Int {
    if case .plain = decoder { return try source.read(into: buffer) }
    while true {
      if inputRange.isEmpty, !isInputAtEnd { try refill() }
      let step = try advance(buffer)
      inputRange = inputRange.lowerBound + step.consumed..<inputRange.upperBound
      if step.produced > 0 { return step.produced }
      if isInputAtEnd, inputRange.isEmpty {
        guard step.isAtBoundary else {
          throw ImageError(.malformed, "`\(name)` ends in the middle: it is truncated")
        }
        return 0
      }
      if step.consumed == 0 { throw ImageError(.malformed, "`\(name)` is damaged: it cannot be unpacked") }
    }
  }

  private func advance(_ buffer: UnsafeMutableRawBufferPointer) throws(ImageError) -> DecoderStep {
    let (range, decoder) = (inputRange, decoder)
    let step: DecoderStep? = input.withUnsafeBytes { bytes in
      let part = UnsafeRawBufferPointer(rebasing: bytes[range])
      switch decoder {
      case .plain: return nil
      case .gzip(let decoder): return decoder.decode(part, into: buffer)
      case .zstd(let decoder): return decoder.decode(part, into: buffer)
      }
    }
    guard let step else { throw ImageError(.malformed, "`\(name)` is damaged: it cannot be unpacked") }
    return step
  }

  private func refill() throws(ImageError) {
    let source = source
    let count = try input.withMutableBuffer { bytes throws(ImageError) in try source.read(into: bytes) }
    inputRange = 0..<count
    isInputAtEnd = count == 0
  }
}
