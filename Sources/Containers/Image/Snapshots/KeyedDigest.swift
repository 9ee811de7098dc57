import Crypto
import Source

/// Digests that only this store can make: from one of a secret nobody without its key can try out what it was.
package struct KeyedDigest: Sendable {
  private let key: SymmetricKey

  package init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

  /// 64 lower-case hex digits.
  package func hex(of text: String) -> String {
    Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)).hexadecimal
  }
}
