import GoTemplate

/// Sprig's functions of addresses.
enum AddressFunctions {
  static func function(_ name: String) -> PlainFunction? {
    switch name {
    case "urlParse": .of(.text) { .value(.map(parts(of: $0.text(0)).mapValues { .text($0) })) }
    case "urlJoin":
      .of(.any) { arguments in
        guard let entries = arguments[0].entries else { return .failure("urlJoin takes a dict") }
        return .text(joined(entries.mapValues(\.words)))
      }
    default: nil
    }
  }

  private static func parts(of address: String) -> [String: String] {
    var rest = address[...]
    var parts = ["opaque": ""]
    func cut(at mark: Character) -> String {
      guard let place = rest.firstIndex(of: mark) else { return "" }
      defer { rest = rest[..<place] }
      return String(rest[rest.index(after: place)...])
    }
    parts["fragment"] = cut(at: "#")
    parts["query"] = cut(at: "?")
    parts["scheme"] = ""
    if let colon = rest.firstIndex(of: ":"), rest[..<colon].allSatisfy({ $0.isLetter || $0.isNumber }) {
      parts["scheme"] = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    }
    var authority = Substring()
    if rest.hasPrefix("//") {
      authority = rest.dropFirst(2).prefix { $0 != "/" }
      rest = rest.dropFirst(2 + authority.count)
    }
    let user = authority.lastIndex(of: "@")
    parts["userinfo"] = user.map { String(authority[..<$0]) } ?? ""
    parts["host"] = user.map { String(authority[authority.index(after: $0)...]) } ?? String(authority)
    parts["hostname"] = parts["host"].map { String($0.prefix { $0 != ":" }) }
    parts["path"] = String(rest)
    return parts
  }

  private static func joined(_ parts: [String: String]) -> String {
    func part(_ name: String, _ before: String, _ after: String) -> String {
      parts[name].flatMap { $0.isEmpty ? nil : before + $0 + after } ?? ""
    }
    let authority = part("userinfo", "", "@") + part("host", "", "")
    let path = parts["path"] ?? ""
    let slash = !authority.isEmpty && !path.isEmpty && !path.hasPrefix("/") ? "/" : ""
    return part("scheme", "", ":") + (authority.isEmpty ? "" : "//" + authority) + slash + path
      + part("query", "?", "") + part("fragment", "#", "")
  }
}
