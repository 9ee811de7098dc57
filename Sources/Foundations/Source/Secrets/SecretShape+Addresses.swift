extension SecretShape {
  /// The passwords in addresses such as `https://user:password@host/`.
  static func addresses(in text: [UInt8]) -> [SecretShape] {
    let mark = Array("://".utf8)
    var found: [SecretShape] = []
    var offset = 0
    while let next = text[offset...].firstIndex(of: mark[0]), next + mark.count < text.count {
      guard text[next...].starts(with: mark) else {
        offset = next + 1
        continue
      }
      let start = next + mark.count
      let end = text[start...].firstIndex { $0 <= 0x20 || "/?#\"'".utf8.contains($0) } ?? text.count
      offset = max(end, start)
      guard let at = text[start..<end].lastIndex(of: UInt8(ascii: "@")),
        let colon = text[start..<at].firstIndex(of: UInt8(ascii: ":")), colon + 1 < at
      else { continue }
      let password = String(decoding: text[(colon + 1)..<at], as: UTF8.self)
      let host = String(decoding: text[(at + 1)..<end], as: UTF8.self)
      let isExample =
        ["password", "pass", "secret"].contains(password.lowercased()) || host.contains("example")
      if isLiteral(password), !password.contains("}"), !isExample {
        found.append(SecretShape(what: "the password of an address", range: ByteRange(colon + 1, at)))
      }
    }
    return found
  }
}
