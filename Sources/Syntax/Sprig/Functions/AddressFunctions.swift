import GoTemplate

/// Sprig's functions of addresses.
enum AddressFunctions {
  static func function(_ name: String) -> PlainFunction? {
    switch name {
    case "urlParse": .of(.text) { .value(.map(Dictionary(parts(of: $0.text(0)).mapValues { .text($0) }))) }
    case "urlJoin":
      .of(.any) { arguments in
        guard let entries = arguments[0].entries else { return .failure("urlJoin takes a dict") }
        return .text(joined { entries[$0]?.words ?? "" })
      }
    default: nil
    }
  }

  /// Cut by scalars: a mark that a sign is composed with stays a mark.
  private static func parts(of address: String) -> [String: String] {
    var rest = address.unicodeScalars[...]
    var parts = ["opaque": ""]
    func cut(at mark: Unicode.Scalar) -> String {
      guard let place = rest.firstIndex(of: mark) else { return "" }
      defer { rest = rest[..<place] }
      return String(rest[rest.index(after: place)...])
    }
    parts["fragment"] = cut(at: "#")
    parts["query"] = cut(at: "?")
    parts["scheme"] = ""
    if let colon = rest.firstIndex(of: ":"),
      rest[..<colon].allSatisfy({ $0.properties.isAlphabetic || $0.properties.numericType != nil })
    {
      parts["scheme"] = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    }
    var authority = rest[..<rest.startIndex]
    if rest.starts(with: "//".unicodeScalars) {
      authority = rest.dropFirst(2).prefix { $0 != "/" }
      rest = rest[authority.endIndex...]
    }
    let user = authority.lastIndex(of: "@")
    parts["userinfo"] = user.map { String(authority[..<$0]) } ?? ""
    let host = user.map { authority[authority.index(after: $0)...] } ?? authority
    parts["host"] = String(host)
    parts["hostname"] = String(host.prefix { $0 != ":" })
    parts["path"] = String(rest)
    return parts
  }

  private static func joined(_ value: (String) -> String) -> String {
    func part(_ name: String, _ before: String, _ after: String) -> String {
      let text = value(name)
      return text.isEmpty ? "" : before + text + after
    }
    let authority = part("userinfo", "", "@") + part("host", "", "")
    let path = value("path")
    let slash = !authority.isEmpty && !path.isEmpty && !path.hasPrefix("/") ? "/" : ""
    return part("scheme", "", ":") + (authority.isEmpty ? "" : "//" + authority) + slash + path
      + part("query", "?", "") + part("fragment", "#", "")
  }
}
