/// Where a page is: `http://localhost:8080/health?full` (RFC 3986, of `http` and `https`).
package struct PageAddress: Sendable, Hashable, CustomStringConvertible {
  package let isSecure: Bool
  package let host: String
  package let port: Int
  /// With the query; begins with `/`.
  package let path: String
  /// `USER:PASSWORD`, where the address itself has them.
  package let login: String?
  private let hasOwnPort: Bool

  package init?(_ text: String) {
    guard let address = try? PageAddress(reading: text) else { return nil }
    self = address
  }

  /// Reads an address as Go's `net/url` does; throws what is wrong with it.
  package init(reading text: String) throws(Fault) {
    guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .controlCharacter }
    let scheme = try Self.scheme(of: text)
    let secure = scheme == "https"
    guard secure || scheme == "http" else { throw .scheme(scheme) }
    guard text.dropFirst(scheme.count + 1).hasPrefix("//") else { throw .noHost }
    let rest = text.dropFirst(scheme.count + 3).prefix { $0 != "#" }
    var authority = rest.prefix { $0 != "/" && $0 != "?" }
    let tail = rest[authority.endIndex...]
    if let at = authority.lastIndex(of: "@") {
      login = String(authority[..<at])
      authority = authority[authority.index(after: at)...]
    } else {
      login = nil
    }
    let (host, port) = try Self.parts(of: authority)
    self.host = host
    self.port = port ?? (secure ? 443 : 80)
    hasOwnPort = port != nil
    isSecure = secure
    let steps = tail.prefix { $0 != "?" }
    path = try Self.escaped(path: steps.isEmpty ? "/" : steps) + tail[steps.endIndex...]
  }

  /// The host as a request names it, with the port where the address has one.
  package var authority: String {
    let host = host.contains(":") ? "[\(host)]" : host
    return hasOwnPort ? "\(host):\(port)" : host
  }

  /// The address with its login, which is a secret.
  var full: String { (isSecure ? "https://" : "http://") + (login.map { $0 + "@" } ?? "") + authority + path }

  package var description: String { (isSecure ? "https://" : "http://") + authority + path }

  private static func parts(of authority: Substring) throws(Fault) -> (String, Int?) {
    let host: Substring
    let rest: Substring
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { throw .openBracket }
      host = authority[authority.index(after: authority.startIndex)..<end]
      rest = authority[authority.index(after: end)...]
    } else {
      host = authority.prefix { $0 != ":" }
      rest = authority[host.endIndex...]
    }
    let isNumber = rest.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard rest.isEmpty || rest.hasPrefix(":") && isNumber else { throw .port(String(rest)) }
    if let wrong = host.first(where: { " <>\"{}|\\^`".contains($0) }) { throw .hostCharacter(String(wrong)) }
    guard !host.isEmpty else { throw .noHost }
    if rest.count < 2 { return (String(host), nil) }
    guard let port = Int(rest.dropFirst()), (1...65535).contains(port) else {
      throw .portBeyondRange(String(rest.dropFirst()))
    }
    return (String(host), port)
  }
}
