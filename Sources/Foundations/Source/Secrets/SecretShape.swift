/// What secrets look like.
package struct SecretShape {
  /// What it is, with its article.
  package let what: String
  package let range: ByteRange

  /// The tokens and keys in a text whose form gives them away.
  package static func all(in text: [UInt8]) -> [SecretShape] {
    var scan = SecretScan(text)
    return scan.shapes() + addresses(in: text)
  }

  /// Whether a text is written out, and not a reference, a placeholder or a name that everybody knows.
  package static func isLiteral(_ text: String) -> Bool {
    let lowered = text.lowercased()
    guard !text.isEmpty, !isKnownToAll(text) else { return false }
    let references = ["{{", "${", "$(", "<", "%{"]
    if references.contains(where: text.mentions) || text.hasPrefix("$") { return false }
    let placeholders = [
      "changeme", "change-me", "change_me", "placeholder", "redacted", "example", "your", "xxxx", "dummy",
    ]
    if placeholders.contains(where: lowered.mentions) { return false }
    return Set(lowered.utf8).count > 1
  }

  /// Whether a text is one that everybody uses in the place of a secret, and for much else besides.
  package static func isKnownToAll(_ text: String) -> Bool {
    ["vagrant", "packer", "none", "null", "true", "false"].contains(text.lowercased())
  }

  /// Whether a key or variable is named as one that holds a secret.
  package static func isSecretName(_ name: String) -> Bool {
    let lowered = folded(name)
    if isAboutSecret(lowered) { return false }
    let words = [
      "password", "passwd", "passphrase", "secret", "token", "api_key", "apikey", "access_key", "private_key",
    ]
    return words.contains(where: lowered.mentions)
  }

  /// Whether a key or variable tells where a secret is, or how it must be, and not the secret itself.
  package static func isNameAboutSecret(_ name: String) -> Bool { isAboutSecret(folded(name)) }

  private static func isAboutSecret(_ lowered: String) -> Bool {
    ["file", "path", "name", "_id", "url", "policy", "length"].contains { lowered.hasSuffix($0) }
  }

  /// A name in small letters, with one sign between words.
  private static func folded(_ name: String) -> String {
    let bytes = name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "-"): UInt8(ascii: "_")
      default: byte
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a text is too irregular for a word: long enough, letters and digits, no path and no blank.
  package static func isRandom(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      !text.contains("/") || bytes.count >= 32
    else {
      return false
    }
    let letters = bytes.contains { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    return letters && bytes.contains { (0x30...0x39).contains($0) } && Set(bytes).count >= 6
  }
}
