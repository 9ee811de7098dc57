import DataSyntax

extension JSONPath {
  /// What a path comes to that begins like a modifier, a value of its own or a selection.
  struct Special {
    /// nil where the path leads nowhere.
    let value: GossValue?
  }

  /// nil where the path only looks like one, and its first word is a key.
  func special(_ value: GossValue, _ first: UInt8) -> Special? {
    switch first {
    case UInt8(ascii: "@"): return JSONPathModifier(text[1...]).map { follow($0.rest, $0.changed(value)) }
    case UInt8(ascii: "!"): return constant
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      return JSONPathSelection(text).map { follow($0.rest, $0.selected(of: value)) }
    default: return nil
    }
  }

  /// Goes on behind a dot or a bar.
  private func follow(_ rest: ArraySlice<UInt8>, _ value: GossValue?) -> Special {
    guard let mark = rest.first, mark == Self.dot || mark == Self.pipe else { return Special(value: value) }
    return Special(value: value.flatMap { JSONPath(rest.dropFirst()).value(in: $0) })
  }

  /// `!"text"`, `!true`, `!{"a":1}`: a value that the path itself holds.
  private var constant: Special? {
    let body = text[1...]
    if let first = body.first, "{[\"+-0123456789".utf8.contains(first) {
      let end = "{[".utf8.contains(first) ? JSONPathSelection.end(of: body) ?? body.endIndex : body.endIndex
      return follow(body[end...], GossValue(jsonText: Array(body[..<end])))
    }
    let (word, _, _) = Self.cut(body)
    let rest = body[word.endIndex...]
    switch String(decoding: word, as: UTF8.self).lowercased() {
    case "true": return follow(rest, .bool(true))
    case "false": return follow(rest, .bool(false))
    case "null": return follow(rest, .null)
    case "nan": return follow(rest, .float(.nan))
    case "inf": return follow(rest, .float(.infinity))
    default: return nil
    }
  }
}
