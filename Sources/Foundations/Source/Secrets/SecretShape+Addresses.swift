extension SecretShape {
  /// The passwords in addresses such as `https://user:password@host/`, and the tokens in the place of the user.
  static func addresses(in text: [UInt8], at starts: [Int], for purpose: Purpose) -> [SecretShape] {
    starts.compactMap { start in
      let end = text[start...].firstIndex { $0 <= 0x20 || "/?#\"'".utf8.contains($0) } ?? text.count
      guard let at = text[start..<end].lastIndex(of: UInt8(ascii: "@")), at > start else { return nil }
      let host = String(decoding: text[(at + 1)..<end], as: UTF8.self)
      if purpose == .telling, isExample(host: host) { return nil }
      let colon = text[start..<at].firstIndex(of: UInt8(ascii: ":")) ?? at
      let user = String(decoding: text[start..<colon], as: UTF8.self)
      let password = String(decoding: text[min(colon + 1, at)..<at], as: UTF8.self)
      if password.isEmpty || tokenMarks.contains(password) {
        let isToken = !password.isEmpty || isWeb(before: start, in: text) && isToken(user, for: purpose)
        guard isToken, isLiteral(user), !user.contains("}") else { return nil }
        return SecretShape(what: "the token of an address", range: ByteRange(start, colon))
      }
      guard isLiteral(password), !password.contains("}"),
        purpose == .hiding || !["password", "pass", "secret"].contains(password.lowercased())
      else { return nil }
      return SecretShape(what: "the password of an address", range: ByteRange(colon + 1, at))
    }
  }

  private static let exampleHosts = ["example", "example.com", "example.org", "example.net"]

  /// Whether a host, with or without a port, is one of those that are set aside for examples (RFC 2606), and not only called so.
  static func isExample(host: String) -> Bool {
    let name = host.prefix { $0 != ":" }.lowercased()
    let rooted = name.hasSuffix(".") ? String(name.dropLast()) : name
    return exampleHosts.contains { rooted == $0 || rooted.hasSuffix("." + $0) }
  }

  /// Passwords that say that the user's name is a token.
  private static let tokenMarks: Set = ["x-oauth-basic"]

  /// Whether an address is one of the web, where a name alone may be a token; elsewhere people log in by their names.
  private static func isWeb(before start: Int, in text: [UInt8]) -> Bool {
    let scheme = text[..<(start - 3)].suffix(5).map { $0 | 0x20 }
    return scheme.ends(with: "http") || scheme.ends(with: "https")
  }

  /// Whether the name of a user is too irregular for a name.
  private static func isToken(_ name: String, for purpose: Purpose) -> Bool {
    isRandom(name) && (purpose == .hiding || name.utf8.count >= 16)
  }
}

extension [UInt8] {
  fileprivate func ends(with word: String) -> Bool { suffix(word.utf8.count).elementsEqual(word.utf8) }
}
