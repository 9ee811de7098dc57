import Source

/// What Chef takes for an encrypted item of a data bag: all that it holds beside its `id` has the form of one of the
/// formats.
enum EncryptedItem {
  /// The keys of each format, by its version.
  private static let formats: [Int: Set<String>] = [
    1: ["cipher", "encrypted_data", "iv", "version"],
    2: ["cipher", "encrypted_data", "hmac", "iv", "version"],
    3: ["auth_tag", "cipher", "encrypted_data", "iv", "version"],
  ]

  static func isEncrypted(_ item: PlainValue) -> Bool {
    let values = item.entries.filter { $0.key.value != "id" }.map(\.value)
    return !values.isEmpty && values.allSatisfy(hasForm)
  }

  private static func hasForm(_ value: PlainValue) -> Bool {
    guard case .integer(let version)? = value["version"]?.content, let keys = formats[version] else {
      return false
    }
    return Set(value.entries.map(\.key.value)) == keys
  }
}
