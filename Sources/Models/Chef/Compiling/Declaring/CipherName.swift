/// Names of the ciphers of OpenSSL, of any version that comes with Chef.
enum CipherName {
  /// Whether a version may know a cipher. Which cases of letters are taken, and which modes a family has, is left open.
  static func isKnown(_ name: String) -> Bool {
    let parts = name.lowercased().split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first else { return false }
    if first == "id" || first == "gost" || first.hasPrefix("gost") { return true }
    let rest = parts.dropFirst()
    guard let family = sizedFamilies.first(where: first.hasPrefix) else {
      return plainFamilies.contains(first) && rest.allSatisfy { modes.contains($0) || isSize($0) }
    }
    // The size stands in the name, or behind it.
    let sizes = first == family ? rest.prefix(1).map { $0 } : [String(first.dropFirst(family.count))]
    let further = first == family ? rest.dropFirst() : rest
    return sizes.count == 1 && ["128", "192", "256"].contains(sizes[0]) && further.allSatisfy(modes.contains)
  }

  private static let sizedFamilies = ["aes", "aria", "camellia"]

  private static let plainFamilies: Set<String> = [
    "bf", "blowfish", "cast", "cast5", "chacha", "chacha20", "des", "des3", "desx", "idea", "null", "rc2",
    "rc4", "rc5", "seed", "sm4",
  ]

  private static let modes: Set<String> = [
    "cbc", "ccm", "cfb", "cfb1", "cfb128", "cfb64", "cfb8", "ctr", "cts", "ecb", "ede", "ede3", "gcm", "hmac",
    "inv", "md5", "ocb", "ofb", "ofb128", "ofb64", "pad", "poly1305", "sha1", "sha256", "siv", "wrap", "xts",
  ]

  private static func isSize(_ part: String) -> Bool { ["40", "64", "128"].contains(part) }
}
