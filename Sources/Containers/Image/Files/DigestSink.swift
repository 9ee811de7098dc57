/// Takes bytes for their digest alone.
final class DigestSink: ByteSink {
  private var digest = StreamingDigest()

  /// The digest of what came so far.
  var value: Digest { digest.value }

  func write(_ bytes: UnsafeRawBufferPointer) throws(ImageError) { digest.update(bytes) }
}
