import Source

/// What recipes make of a secret before they write it down: the forms in which it still is one.
enum SecretForm {
  /// A shorter text may be a part of any word.
  private static let leastLength = 6

  static func all(of secret: String) -> [String] {
    let bytes = Array(secret.utf8)
    let forms =
      [
        secret.lowercased(), secret.uppercased(), String(secret.reversed()), percentEncoded(bytes),
        escaped(secret),
      ]
      + (0..<3).map { base64(bytes, behind: $0) } + [padded(bytes), bytes.hexadecimal]
    return forms.filter { $0 != secret && $0.utf8.count >= leastLength }
  }

  /// What stands in the Base64 of any text that holds the secret, so many bytes behind a group of three.
  private static func base64(_ secret: [UInt8], behind shift: Int) -> String {
    let bytes = [UInt8](repeating: 0, count: shift) + secret
    let text = Base64.encoded(Array(bytes.prefix(bytes.count / 3 * 3)))
    // The first letters tell of what stands before it too.
    return String(decoding: text.dropFirst(shift == 0 ? 0 : shift + 1), as: UTF8.self)
  }

  /// The Base64 of the secret alone, without its padding.
  private static func padded(_ secret: [UInt8]) -> String {
    String(decoding: Base64.encoded(secret).prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
  }

  private static func percentEncoded(_ bytes: [UInt8]) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~*".utf8)
    return bytes.map {
      plain.contains($0) ? String(decoding: [$0], as: UTF8.self) : "%" + [$0].hexadecimal.uppercased()
    }
    .joined()
  }

  /// As it stands between quotes.
  private static func escaped(_ secret: String) -> String {
    secret.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
