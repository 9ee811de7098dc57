import Source

/// What Go's parser of addresses takes (RFC 3986, and the package net/url).
enum GoURL {
  private typealias Bytes = ArraySlice<UInt8>

  /// Whether it takes a whole text.
  static func parses(_ text: String) -> Bool {
    let bytes = Array(text.utf8)[...]
    guard hasNoControls(bytes) else { return false }
    let (whole, fragment) = cut(bytes, at: "#")
    guard hasSoundEscapes(fragment ?? []), let (rest, hadScheme) = withoutScheme(whole) else { return false }
    let path = cut(rest, at: "?").before
    guard path.starts(with: "/".utf8) else {
      // What follows a scheme without a slash is not looked into; without one, no colon may stand before a slash.
      return hadScheme || cut(cut(path, at: "/").before, at: ":").after == nil && hasSoundEscapes(path)
    }
    guard path.starts(with: "//".utf8), hadScheme || !path.starts(with: "///".utf8) else {
      return hasSoundEscapes(path)
    }
    let authority = cut(path.dropFirst(2), at: "/").before
    return isAuthority(authority) && hasSoundEscapes(path.dropFirst(2 + authority.count))
  }

  /// Whether it takes a text in the place of the host, with a port or a path perhaps.
  static func isHost(_ text: String) -> Bool {
    let bytes = Array(text.utf8)[...]
    return hasNoControls(bytes) && isServer(withoutUser(bytes.prefix { !"/?#".utf8.contains($0) }).server)
  }

  /// What stands after `SCHEME:`; nil where the colon has nothing before it.
  private static func withoutScheme(_ text: Bytes) -> (rest: Bytes, hadScheme: Bool)? {
    let name = text.prefix { letters.contains($0) || "0123456789+-.".utf8.contains($0) }
    guard text.dropFirst(name.count).first == UInt8(ascii: ":") else { return (text, false) }
    guard let first = name.first else { return nil }
    return letters.contains(first) ? (text.dropFirst(name.count + 1), true) : (text, false)
  }

  private static func isAuthority(_ text: Bytes) -> Bool {
    let (user, server) = withoutUser(text)
    return isServer(server) && hasSoundEscapes(user) && user.allSatisfy(userSigns.contains)
  }

  private static func withoutUser(_ text: Bytes) -> (user: Bytes, server: Bytes) {
    guard let sign = text.lastIndex(of: UInt8(ascii: "@")) else { return ([], text) }
    return (text[..<sign], text[(sign + 1)...])
  }

  /// A name or address, and a port.
  private static func isServer(_ text: Bytes) -> Bool {
    guard text.first == UInt8(ascii: "[") else {
      guard let colon = text.lastIndex(of: UInt8(ascii: ":")) else { return isName(text) }
      return isPort(text[colon...]) && isName(text)
    }
    guard let end = text.lastIndex(of: UInt8(ascii: "]")), isPort(text[(end + 1)...]) else { return false }
    // What follows `%25` names an interface of the machine, in signs of its choice.
    let zone = text[..<end].indices.first { text[$0..<end].starts(with: "%25".utf8) } ?? end
    return isName(text[..<zone]) && hasSoundEscapes(text[zone..<end])
  }

  private static func isPort(_ text: Bytes) -> Bool {
    guard let first = text.first else { return true }
    return first == UInt8(ascii: ":") && text.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isName(_ text: Bytes) -> Bool {
    text.indices.allSatisfy { index in
      guard text[index] == UInt8(ascii: "%") else {
        return text[index] >= 0x80 || hostSigns.contains(text[index])
      }
      // A percent sign may only stand for itself, or for a byte that no letter of ASCII is.
      guard let byte = escaped(text[index...]) else { return false }
      return byte >= 0x80 || byte == UInt8(ascii: "%")
    }
  }

  private static func hasSoundEscapes(_ text: Bytes) -> Bool {
    text.indices.allSatisfy { text[$0] != UInt8(ascii: "%") || escaped(text[$0...]) != nil }
  }

  /// The byte of `%XX`.
  private static func escaped(_ rest: Bytes) -> UInt8? {
    let digits = rest.dropFirst().prefix(2)
    guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
      return nil
    }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private static func hasNoControls(_ text: Bytes) -> Bool {
    text.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  /// What stands before the first of a sign, and what stands after it.
  private static func cut(_ text: Bytes, at sign: Unicode.Scalar) -> (before: Bytes, after: Bytes?) {
    guard let index = text.firstIndex(of: UInt8(ascii: sign)) else { return (text, nil) }
    return (text[..<index], text[(index + 1)...])
  }

  private static let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
  private static let hostSigns = letters.union("0123456789-._~!$&'()*+,;=:[]<>\"".utf8)
  private static let userSigns = letters.union("0123456789-._:~!$&'()*+,;=%@".utf8)
}
