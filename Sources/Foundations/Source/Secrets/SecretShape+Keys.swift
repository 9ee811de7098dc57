extension SecretShape {
  /// The keys that have a form of their own, which tells as such behind their names alone.
  static func namedKeys(in text: [UInt8], at names: [(end: Int, name: SecretMarks.KeyName)]) -> [SecretShape]
  {
    names.compactMap { end, name in
      guard let value = value(assignedAt: end, in: text, limit: 256), !isKnownForm(value, in: text) else {
        return nil
      }
      let isRegistry = name == .registry
      let key = text[value.indices].prefix {
        isLetterOrDigit($0) || "+/=".utf8.contains($0) || isRegistry && "._-".utf8.contains($0)
      }
      guard let what = kind(of: key, name), Set(key).count >= 10, isWritten(key) else { return nil }
      return SecretShape(what: what, range: ByteRange(key.startIndex, key.endIndex))
    }
  }

  /// What a key is by its length and its end, of which Base64 makes signs that stand for nothing.
  private static func kind(of key: ArraySlice<UInt8>, _ name: SecretMarks.KeyName) -> String? {
    let padding = key.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    switch (name, key.count, padding) {
    case (.secretAccess, 40, _): return "a secret key of AWS"
    case (.access, 88, 2), (.account, 88, 2): return "an account key of Azure"
    case (.sharedAccess, 44, 1), (.sharedAccess, 88, 2): return "a shared access key of Azure"
    case (.wireGuard, 44, 1): return "a private key of WireGuard"
    case (.registry, 20..., _) where isRandom(String(decoding: key, as: UTF8.self)):
      return "a token of a registry of npm"
    default: return nil
    }
  }

  /// Whether a value is told by its own prefix already.
  private static func isKnownForm(_ value: ByteRange, in text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer {
      value.count > 0 && SecretForms.known.index(at: value.start, of: $0) != nil
    }
  }

  /// The tokens of Telegram's bots: the number of an account, a colon, `AA` and 33 more signs.
  static func bots(in text: [UInt8], at colons: [Int]) -> [SecretShape] {
    colons.compactMap { colon in
      let digits = text[..<colon].suffix(11).reversed().prefix { (0x30...0x39).contains($0) }.count
      let start = colon - digits
      let isStart = start == 0 || !isTokenSign(text[start - 1]) || text[..<start].hasSuffix("bot")
      let key = text[(colon + 1)...].prefix(36).prefix(while: isTokenSign)
      guard (8...10).contains(digits), isStart, key.count == 35, key.starts(with: "AA".utf8),
        Set(key).count >= 10
      else { return nil }
      return SecretShape(what: "a token of a Telegram bot", range: ByteRange(start, key.endIndex))
    }
  }

  /// The tokens of Terraform's clouds: fourteen signs, the mark, and sixty to seventy more.
  static func workspaces(in text: [UInt8], at marks: [Int]) -> [SecretShape] {
    marks.compactMap { mark in
      let head = text[..<mark].suffix(15).reversed().prefix(while: isLetterOrDigit).count
      let rest = text[(mark + SecretMarks.workspace.count)...].prefix(72).prefix(while: isTokenSign)
      guard head == 14, (60...70).contains(rest.count) else { return nil }
      return SecretShape(what: "a token of Terraform", range: ByteRange(mark - head, rest.endIndex))
    }
  }

  /// How much of what stands before a signature is looked at.
  private static let longestQuery = 512

  /// The signatures of shared access to Azure that stand outside of addresses: `sv=2022-11-02&…&sig=…%3D`.
  static func signatures(in text: [UInt8], at starts: [Int]) -> [SecretShape] {
    starts.compactMap { start in
      let value = text[start...].prefix(128).prefix { isLetterOrDigit($0) || "%+/=".utf8.contains($0) }
      let before = text[..<start].suffix(longestQuery)
      let head = before[(before.lastIndex { $0 <= 0x20 } ?? before.startIndex)...]
      let tail = text[value.endIndex...].prefix(longestQuery).prefix { $0 > 0x20 }
      let words = String(decoding: head + tail, as: UTF8.self)
      let end = String(decoding: value.suffix(3), as: UTF8.self).lowercased()
      // Those in addresses are told as parts of these.
      guard !words.contains("://"), words.contains("sv=20"), words.contains("se="), value.count >= 44,
        end.hasSuffix("=") || end == "%3d"
      else { return nil }
      return SecretShape(
        what: "a signature of shared access to Azure", range: ByteRange(start, value.endIndex))
    }
  }

  private static func isTokenSign(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ word: String) -> Bool { suffix(word.utf8.count).elementsEqual(word.utf8) }
}
