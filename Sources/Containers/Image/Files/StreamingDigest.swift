import Crypto
import Source

/// A SHA-256 that grows with the bytes it is given.
package struct StreamingDigest {
  private var hash = SHA256()

  package init() {}

  package mutating func update(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

  /// The digest of what was given so far.
  package var value: Digest { Digest(hash.finalize()) }
}

extension Digest {
  /// The digest of bytes in memory.
  package init(of bytes: [UInt8]) { self.init(SHA256.hash(data: bytes)) }

  init(_ digest: SHA256.Digest) {
    self.init(trusted: digest.hexadecimal)
  }
}
