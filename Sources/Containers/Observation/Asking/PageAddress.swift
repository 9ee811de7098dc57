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
    let secure = text.hasPrefix("https://")
    guard secure || text.hasPrefix("http://") else { return nil }
    let rest = text.dropFirst(secure ? 8 : 7).prefix { $0 != "#" }
    guard rest.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    var authority = rest.prefix { $0 != "/" && $0 != "?" }
    let tail = rest[authority.endIndex...]
    if let at = authority.lastIndex(of: "@") {
      login = String(authority[..<at])
      authority = authority[authority.index(after: at)...]
    } else {
      login = nil
    }
    guard let (host, port) = Self.parts(of: authority) else { return nil }
    self.host = host
    self.port = port ?? (secure ? 443 : 80)
    hasOwnPort = port != nil
    isSecure = secure
    path = tail.hasPrefix("/") ? String(tail) : "/" + tail
  }

  /// Where a `Location` of an answer from here leads.
  package func following(_ location: String) -> PageAddress? {
    if location.hasPrefix("http://") || location.hasPrefix("https://") { return PageAddress(location) }
    let scheme = isSecure ? "https:" : "http:"
    if location.hasPrefix("//") { return PageAddress(scheme + location) }
    if location.hasPrefix("/") { return PageAddress(scheme + "//" + authority + location) }
    let folder = path.prefix { $0 != "?" }
    let base = folder[...(folder.lastIndex(of: "/") ?? folder.startIndex)]
    return PageAddress(scheme + "//" + authority + base + location)
  }

  /// The host as a request names it, with the port where the address has one.
  package var authority: String {
    let host = host.contains(":") ? "[\(host)]" : host
    return hasOwnPort ? "\(host):\(port)" : host
  }

  /// The address with its login, which is a secret.
  var full: String { (isSecure ? "https://" : "http://") + (login.map { $0 + "@" } ?? "") + authority + path }

  package var description: String { (isSecure ? "https://" : "http://") + authority + path }

  private static func parts(of authority: Substring) -> (String, Int?)? {
    let host: Substring
    let rest: Substring
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      host = authority[authority.index(after: authority.startIndex)..<end]
      rest = authority[authority.index(after: end)...]
    } else {
      host = authority.prefix { $0 != ":" }
      rest = authority[host.endIndex...]
    }
    guard !host.isEmpty else { return nil }
    if rest.isEmpty || rest == ":" { return (String(host), nil) }
    guard rest.hasPrefix(":"), let port = Int(rest.dropFirst()), (1...65535).contains(port) else {
      return nil
    }
    return (String(host), port)
  }
}
