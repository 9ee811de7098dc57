extension PageAddress {
  /// Where a `Location` of an answer from here leads (RFC 3986, 5.2); throws why it leads to no page.
  package func following(_ location: String) throws(Fault) -> PageAddress {
    guard try Self.scheme(of: location).isEmpty else { return try PageAddress(reading: location) }
    let place = location.prefix { $0 != "#" }
    let scheme = isSecure ? "https:" : "http:"
    if place.hasPrefix("//") { return try PageAddress(reading: scheme + place) }
    return try PageAddress(reading: scheme + "//" + authority + joined(place))
  }

  /// The scheme in front of an address, in lower case; empty where there is none.
  static func scheme(of text: String) throws(Fault) -> String {
    let bytes = Array(text.utf8)
    guard let end = bytes.firstIndex(where: { !isOfScheme($0) }), bytes[end] == UInt8(ascii: ":") else {
      return ""
    }
    guard end > 0 else { throw .noScheme }
    // One that begins with no letter is none, and then the colon stands where none may be.
    guard bytes[0] | 0x20 >= UInt8(ascii: "a") else { throw .colonInFirstStep }
    return String(decoding: bytes[..<end], as: UTF8.self).lowercased()
  }

  private static func isOfScheme(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || "+-.".utf8.contains(byte)
  }

  /// The path with its query to which one from here leads.
  private func joined(_ place: Substring) -> String {
    let own = path.prefix { $0 != "?" }
    if place.isEmpty { return path }
    let steps = place.prefix { $0 != "?" }
    let query = String(place[steps.endIndex...])
    if steps.isEmpty { return String(own) + query }
    let folder = steps.hasPrefix("/") ? "" : String(own[...(own.lastIndex(of: "/") ?? own.startIndex)])
    return Self.withoutDots(folder + String(steps)) + query
  }

  /// A path without `.` and `..` (RFC 3986, 5.2.4).
  private static func withoutDots(_ path: String) -> String {
    var steps: [Substring] = []
    let written = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for step in written {
      switch step {
      case ".": break
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    if let last = written.last, last == "." || last == ".." { steps.append("") }
    return "/" + steps.joined(separator: "/")
  }
}
