extension SecretShape {
  /// What a header `Authorization` carries: `Authorization: Bearer …`.
  static func headers(in text: [UInt8]) -> [SecretShape] {
    let name = Array("authorization".utf8)
    var found: [SecretShape] = []
    var offset = 0
    while let start = text[offset...].firstIndex(where: { $0 | 0x20 == name[0] }) {
      offset = start + 1
      guard start + name.count < text.count,
        zip(text[start...], name).allSatisfy({ $0 | 0x20 == $1 })
      else { continue }
      var rest = text[(start + name.count)...].drop { $0 == 0x20 }
      guard rest.first == UInt8(ascii: ":") || rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop { $0 == 0x20 }
      let scheme = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }
      guard ["bearer", "basic", "token"].contains(String(decoding: scheme, as: UTF8.self).lowercased()) else {
        continue
      }
      let value = rest.dropFirst(scheme.count).drop { $0 == 0x20 }.prefix(while: isCredentialByte)
      offset = max(offset, value.endIndex)
      guard value.count >= 12, Set(value).count >= 6, isWritten(value) else { continue }
      found.append(
        SecretShape(
          what: "what a header `Authorization` carries", range: ByteRange(value.startIndex, value.endIndex)))
    }
    return found
  }

  private static func isCredentialByte(_ byte: UInt8) -> Bool {
    SecretForms.isTokenByte(byte) || "~+/=".utf8.contains(byte)
  }

  /// The secrets of Azure's applications: three signs, a digit, `Q~` and over thirty more.
  static func applications(in text: [UInt8]) -> [SecretShape] {
    var found: [SecretShape] = []
    var offset = 4
    while offset + 1 < text.count, let mark = text[offset...].firstIndex(of: UInt8(ascii: "Q")) {
      offset = mark + 1
      guard mark + 1 < text.count, text[mark + 1] == UInt8(ascii: "~"),
        (0x30...0x39).contains(text[mark - 1]),
        text[(mark - 4)..<(mark - 1)].allSatisfy(isApplicationByte),
        mark == 4 || !isApplicationByte(text[mark - 5])
      else { continue }
      let rest = text[(mark + 2)...].prefix(while: isApplicationByte)
      guard (31...34).contains(rest.count) else { continue }
      found.append(SecretShape(what: "a client secret of Azure", range: ByteRange(mark - 4, rest.endIndex)))
      offset = rest.endIndex
    }
    return found
  }

  private static func isApplicationByte(_ byte: UInt8) -> Bool {
    SecretForms.isTokenByte(byte) || byte == UInt8(ascii: "~")
  }
}
