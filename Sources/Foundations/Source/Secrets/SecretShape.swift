/// What secrets look like.
package struct SecretShape {
  /// What it is, with its article.
  package let what: String
  package let range: ByteRange

  /// What shapes are searched for: examples are hidden like all others, and not worth a word.
  package enum Purpose: Sendable { case telling, hiding }

  /// The tokens and keys in a text whose form gives them away, those that are to be told of.
  package static func all(in text: [UInt8], for purpose: Purpose = .telling) -> [SecretShape] {
    let marks = SecretMarks(of: text)
    guard !marks.isEmpty else { return [] }
    var scan = SecretScan(text)
    return scan.shapes(at: marks.prefixes) + addresses(in: text, at: marks.addresses, for: purpose)
      + links(in: text, at: marks.addresses, for: purpose) + headers(in: text, after: marks.headers)
      + applications(in: text, around: marks.applications) + namedKeys(in: text, at: marks.namedKeys)
      + logins(in: text, after: marks.logins) + bots(in: text, at: marks.bots)
      + workspaces(in: text, at: marks.workspaces) + signatures(in: text, at: marks.signatures)
  }

  /// The ranges of a text that no report may show, in order and without overlaps.
  package static func hiddenRanges(of text: [UInt8]) -> [(what: String, range: ByteRange)] {
    var ranges: [(what: String, range: ByteRange)] = []
    for shape in all(in: text, for: .hiding).sorted(by: { $0.range.start < $1.range.start }) {
      if let last = ranges.last, shape.range.start < last.range.end {
        ranges[ranges.count - 1].range = last.range.union(shape.range)
      } else {
        ranges.append((shape.what, shape.range))
      }
    }
    return ranges
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
    guard beginsSecretWord(name) else { return false }
    let lowered = folded(name)
    return secretWords.contains(where: lowered.mentions) && !isAboutSecret(lowered)
  }

  /// Whether what a name holds is not to be shown, though it may be harmless: names of secrets, of credentials, and the
  /// short form of a password.
  package static func hidesValue(_ name: String) -> Bool {
    if isSecretName(name) { return true }
    let word = folded(name)
    if isAboutSecret(word) { return false }
    return ["pwd", "credential", "credentials", "creds", "authorization"].contains { ending in
      word == ending || word.ends(inBytesOf: "_" + ending)
    }
  }

  private static let secretWords = [
    "password", "passwd", "passphrase", "secret", "token", "api_key", "apikey", "access_key", "private_key",
  ]

  /// Whether one of the beginnings of those words stands in a name: most names are told apart by it.
  private static func beginsSecretWord(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      var last: UInt32 = 0
      for byte in bytes {
        last = (last << 8 | UInt32(byte | 0x20)) & 0xFF_FFFF
        // "pas", "sec", "tok" and "key".
        if last == 0x70_6173 || last == 0x73_6563 || last == 0x74_6F6B || last == 0x6B_6579 { return true }
      }
      return false
    }
  }

  /// Whether a key or variable tells where a secret is, or how it must be, and not the secret itself.
  package static func isNameAboutSecret(_ name: String) -> Bool { isAboutSecret(folded(name)) }

  private static func isAboutSecret(_ lowered: String) -> Bool {
    ["file", "path", "name", "_id", "url", "policy", "length"].contains { lowered.ends(inBytesOf: $0) }
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
