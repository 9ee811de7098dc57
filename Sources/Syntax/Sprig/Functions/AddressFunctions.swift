import GoTemplate

/// Sprig's functions of addresses.
enum AddressFunctions {
  static func function(_ name: String) -> PlainFunction? {
    switch name {
    case "urlParse": .of(.text) { parsed($0.text(0)) }
    case "urlJoin":
      .of(.map) { arguments in
        let entries = arguments[0].entries ?? [:]
        for name in ["scheme", "host", "path", "query", "opaque", "fragment", "userinfo"] {
          guard let value = entries[name], value.string == nil else { continue }
          return .failure(
            "unable to parse \(name) key, must be of type string, but \(value.kindName) found")
        }
        return .text(joined { entries[$0]?.words ?? "" })
      }
    default: nil
    }
  }

  private static func parsed(_ text: String) -> Answer {
    do throws(WebAddress.Fault) {
      let address = try WebAddress(text)
      let parts = [
        "scheme": address.scheme, "opaque": address.opaque, "userinfo": address.userInfo,
        "host": address.host, "hostname": address.hostName, "path": address.path,
        "query": address.query, "fragment": address.fragment,
      ]
      return .value(.map(Dictionary(parts.mapValues { .text($0) })))
    } catch {
      return .failure("unable to parse url: parse \(GoQuotedText.quoted(text)): \(error.reason)")
    }
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
