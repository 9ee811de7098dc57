extension SecretShape {
  /// The parts of addresses that let anybody in who knows them: a webhook's path, the signature of a shared link.
  static func links(in text: [UInt8], at starts: [Int], for purpose: Purpose) -> [SecretShape] {
    var found: [SecretShape] = []
    var last = 0
    // An address within the query of another belongs to that.
    for start in starts where start >= last {
      let end = text[start...].firstIndex { $0 <= 0x20 || "\"'<>`\\".utf8.contains($0) } ?? text.count
      last = end
      if let shape = webhook(in: text[start..<end]) {
        found.append(shape)
      } else {
        found += queried(in: text[start..<end], for: purpose)
      }
    }
    return found
  }

  private static let webhooks: [(what: String, prefix: [UInt8])] = [
    ("a webhook of Slack", Array("hooks.slack.com/services/".utf8)),
    ("a webhook of Discord", Array("discord.com/api/webhooks/".utf8)),
    ("a webhook of Discord", Array("discordapp.com/api/webhooks/".utf8)),
  ]

  /// The path of a webhook, which is all that is needed to use it.
  private static func webhook(in address: ArraySlice<UInt8>) -> SecretShape? {
    for hook in webhooks where address.starts(with: hook.prefix) {
      let path = address.dropFirst(hook.prefix.count)
      let last = path.split(separator: UInt8(ascii: "/")).last ?? []
      guard last.count >= 16, isWritten(path) else { return nil }
      return SecretShape(what: hook.what, range: ByteRange(path.startIndex, path.endIndex))
    }
    return nil
  }

  /// What the query of a link gives away: its signature, as Azure and Amazon make it, and what is called a secret.
  private static func queried(in address: ArraySlice<UInt8>, for purpose: Purpose) -> [SecretShape] {
    guard let query = address.firstIndex(of: UInt8(ascii: "?")) else { return [] }
    let host = String(decoding: address[..<query].prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self)
    let isSpared = purpose == .telling && isExample(host: host)
    return address[(query + 1)...].split(separator: UInt8(ascii: "&")).compactMap { part in
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")), isWritten(part[(equals + 1)...]) else {
        return nil
      }
      let name = String(decoding: part[..<equals], as: UTF8.self)
      let value = part[(equals + 1)...].prefix { $0 != UInt8(ascii: "#") }
      let range = ByteRange(value.startIndex, value.endIndex)
      if signatures.contains(name.lowercased()) {
        return value.count >= 32 ? SecretShape(what: "the signature of a shared link", range: range) : nil
      }
      let isTelling = value.count >= 8 && Set(value).count >= 5
      guard !isSpared, isSecretName(name), purpose == .hiding || isTelling,
        !value.contains(UInt8(ascii: "}"))
      else { return nil }
      return SecretShape(what: "a secret in the query of an address", range: range)
    }
  }

  private static let signatures: Set = ["sig", "x-amz-signature", "x-goog-signature"]

  /// Whether bytes stand for themselves: no variable, and no placeholder.
  static func isWritten(_ bytes: ArraySlice<UInt8>) -> Bool {
    isLiteral(String(decoding: bytes, as: UTF8.self))
  }
}
