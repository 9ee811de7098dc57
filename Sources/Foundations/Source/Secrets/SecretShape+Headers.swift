extension SecretShape {
  /// What a header `Authorization` carries: `Authorization: Bearer …`.
  static func headers(in text: [UInt8], after names: [Int]) -> [SecretShape] {
    var found: [SecretShape] = []
    var last = 0
    for end in names where end >= last {
      var rest = text[end...].drop { $0 == 0x20 }
      guard rest.first == UInt8(ascii: ":") || rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop { $0 == 0x20 }
      let scheme = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }
      guard ["bearer", "basic", "token"].contains(String(decoding: scheme, as: UTF8.self).lowercased()) else {
        continue
      }
      let value = rest.dropFirst(scheme.count).drop { $0 == 0x20 }.prefix(while: isCredentialByte)
      last = value.endIndex
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
  static func applications(in text: [UInt8], around marks: [Int]) -> [SecretShape] {
    var found: [SecretShape] = []
    for mark in marks where mark >= 4 {
      guard (0x30...0x39).contains(text[mark - 1]),
        text[(mark - 4)..<(mark - 1)].allSatisfy(isApplicationByte),
        mark == 4 || !isApplicationByte(text[mark - 5])
      else { continue }
      let rest = text[(mark + 2)...].prefix(35).prefix(while: isApplicationByte)
      guard (31...34).contains(rest.count) else { continue }
      found.append(SecretShape(what: "a client secret of Azure", range: ByteRange(mark - 4, rest.endIndex)))
    }
    return found
  }

  private static func isApplicationByte(_ byte: UInt8) -> Bool {
    SecretForms.isTokenByte(byte) || byte == UInt8(ascii: "~")
  }
}
