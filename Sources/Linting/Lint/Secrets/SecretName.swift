import Diagnostics
import Source

/// Names of options and variables that may stand for a secret, misspelt ones among them: too much is hidden rather than too little.
enum SecretName {
  private static let words = [
    "password", "passwd", "passphrase", "secret", "token", "apikey", "accesskey", "privatekey", "secretkey",
  ].map { FoldedName($0) }

  /// Whether a name is that of a secret, or one that somebody misspelt.
  static func mayBe(_ name: String) -> Bool {
    if SecretShape.isSecretName(name) { return true }
    if SecretShape.isNameAboutSecret(name) { return false }
    let parts = name.lowercased().utf8.split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
      .map { Array($0) }
    // `acess_key` is two words in the place of one.
    let pairs = zip(parts, parts.dropFirst()).map { $0 + $1 }
    return (parts + pairs).contains { part in
      guard part.count >= 5 else { return false }
      let part = FoldedName(part)
      return words.contains { $0.distance(to: part, atMost: $0.count < 7 ? 1 : 2) != nil }
    }
  }
}
