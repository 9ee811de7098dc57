import GoTemplate

/// The address of a page in its parts, as Go's `net/url` reads it.
struct WebAddress {
  /// Why a text is no address, in Go's words.
  struct Fault: Error { let reason: String }

  private(set) var scheme = ""
  private(set) var opaque = ""
  private(set) var userInfo = ""
  private(set) var host = ""
  private(set) var path = ""
  private(set) var query = ""
  private(set) var fragment = ""

  init(_ text: String) throws(Fault) {
    let (address, mark) = Self.cut(Array(text.utf8)[...], at: "#")
    try read(address)
    fragment = try WebEscapes.plain(mark, in: .fragment)
  }

  /// The host without its port and without brackets.
  var hostName: String {
    let bytes = Array(host.utf8)
    var name = bytes[...]
    if let colon = bytes.lastIndex(of: UInt8(ascii: ":")), Self.isPort(bytes[colon...]) {
      name = bytes[..<colon]
    }
    if name.first == UInt8(ascii: "["), name.last == UInt8(ascii: "]") { name = name.dropFirst().dropLast() }
    return String(decoding: name, as: UTF8.self)
  }

  /// Reads all but the fragment.
  private mutating func read(_ address: ArraySlice<UInt8>) throws(Fault) {
    if address.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      throw Fault(reason: "net/url: invalid control character in URL")
    }
    var rest = try readScheme(address)
    let (before, asked) = Self.cut(rest, at: "?")
    query = String(decoding: asked, as: UTF8.self)
    rest = before
    if rest.first != UInt8(ascii: "/") {
      if !scheme.isEmpty {
        opaque = String(decoding: rest, as: UTF8.self)
        return
      }
      if Self.cut(rest, at: "/").before.contains(UInt8(ascii: ":")) {
        throw Fault(reason: "first path segment in URL cannot contain colon")
      }
    }
    if rest.starts(with: "//".utf8), !scheme.isEmpty || !rest.starts(with: "///".utf8) {
      let authority = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
      rest = rest[authority.endIndex...]
      try readAuthority(authority)
    }
    path = try WebEscapes.plain(rest, in: .path)
  }

  /// Takes the scheme off.
  private mutating func readScheme(_ address: ArraySlice<UInt8>) throws(Fault) -> ArraySlice<UInt8> {
    for (place, byte) in zip(address.indices, address) {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: continue
      case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if place == address.startIndex { return address }
      case UInt8(ascii: ":"):
        if place == address.startIndex { throw Fault(reason: "missing protocol scheme") }
        scheme = String(decoding: address[..<place], as: UTF8.self).goLowercase
        return address[(place + 1)...]
      default: return address
      }
    }
    return address
  }

  private mutating func readAuthority(_ authority: ArraySlice<UInt8>) throws(Fault) {
    guard let mark = authority.lastIndex(of: UInt8(ascii: "@")) else {
      host = try Self.host(authority)
      return
    }
    host = try Self.host(authority[(mark + 1)...])
    let user = authority[..<mark]
    guard user.allSatisfy({ WebEscapes.isLetterOrDigit($0) || "-._:~!$&'()*+,;=%@".utf8.contains($0) }) else {
      throw Fault(reason: "net/url: invalid userinfo")
    }
    let (name, password) = Self.cut(user, at: ":")
    userInfo = WebEscapes.escapedUser(try WebEscapes.plain(name, in: .user))
    if user.contains(UInt8(ascii: ":")) {
      userInfo += ":" + WebEscapes.escapedUser(try WebEscapes.plain(password, in: .user))
    }
  }

  /// A host, perhaps in brackets, perhaps with a port.
  private static func host(_ text: ArraySlice<UInt8>) throws(Fault) -> String {
    let port: ArraySlice<UInt8>
    if text.first == UInt8(ascii: "[") {
      guard let end = text.lastIndex(of: UInt8(ascii: "]")) else {
        throw Fault(reason: "missing ']' in host")
      }
      port = text[(end + 1)...]
    } else {
      port = text.lastIndex(of: UInt8(ascii: ":")).map { text[$0...] } ?? []
    }
    guard isPort(port) else {
      let words = GoQuotedText.quoted(String(decoding: port, as: UTF8.self))
      throw Fault(reason: "invalid port \(words) after host")
    }
    return try WebEscapes.plain(text, in: .host)
  }

  /// Whether a text is nothing, or a colon with digits.
  private static func isPort(_ text: ArraySlice<UInt8>) -> Bool {
    text.isEmpty
      || text.first == UInt8(ascii: ":") && text.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }

  /// What stands before a mark and what behind it; nothing behind where there is none.
  private static func cut(
    _ text: ArraySlice<UInt8>, at mark: Unicode.Scalar
  ) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>) {
    guard let place = text.firstIndex(of: UInt8(ascii: mark)) else { return (text, []) }
    return (text[..<place], text[(place + 1)...])
  }
}
