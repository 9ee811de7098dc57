import DataSyntax

/// A path into a JSON value as tidwall/gjson writes it: `a.b`, `a.0`, `a.#`, `a.#.k`, `a.#(k==2).v`, `*`, `?`, `\.`, `@this`, `|`,
/// `{a,b.c}`, `[a,b]`, `!"text"`, `..#`.
struct JSONPath {
  let text: [UInt8]

  init(_ text: String) { self.text = Array(text.utf8) }

  init(_ text: ArraySlice<UInt8>) { self.text = Array(text) }

  static let dot = UInt8(ascii: ".")
  static let pipe = UInt8(ascii: "|")
  private static let hash = UInt8(ascii: "#")

  /// The value at the path; nil where there is none.
  func value(in value: GossValue) -> GossValue? {
    guard let first = text.first else { return nil }
    if text.starts(with: "..".utf8) { return JSONPath(text[2...]).value(in: .list([value])) }
    if text.count > 1, let special = special(value, first) { return special.value }
    let (word, mark, rest) = Self.cut(text[...])
    if word.first == Self.hash { return elements(of: value, word, mark, rest) }
    let name = JSONPathName(word)
    let found: GossValue?
    switch value {
    case .map(let entries, _): found = entries.first { name.matches($0.key) }?.value
    case .list(let items): found = name.index.flatMap { items.indices.contains($0) ? items[$0] : nil }
    default: found = nil
    }
    guard let found else { return nil }
    return mark == nil ? found : JSONPath(rest).value(in: found)
  }

  /// Cuts the first word off at a dot or a bar that is neither escaped nor inside brackets.
  static func cut(
    _ text: ArraySlice<UInt8>
  ) -> (word: ArraySlice<UInt8>, mark: UInt8?, rest: ArraySlice<UInt8>) {
    var depth = 0
    var quote = false
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      switch byte {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "\"") where depth > 0: quote.toggle()
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): if !quote { depth += 1 }
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): if !quote { depth -= 1 }
      case dot, pipe: if depth <= 0, !quote { return (text[..<place], byte, text[(place + 1)...]) }
      default: break
      }
      place += 1
    }
    return (text, nil, text[text.endIndex...])
  }

  /// `#`, `#(query)` and `#(query)#` of a list.
  private func elements(
    of value: GossValue, _ word: ArraySlice<UInt8>, _ mark: UInt8?, _ rest: ArraySlice<UInt8>
  ) -> GossValue? {
    guard case .list(let items) = value else { return nil }
    guard word.count > 1 else {
      let count = GossValue.float(Double(items.count))
      if mark == Self.dot { return Self.collect(rest, from: items) }
      return mark == nil ? count : JSONPath(rest).value(in: count)
    }
    let takesAll = word.last == Self.hash
    let inside = word.dropFirst(2).dropLast(takesAll ? 2 : 1)
    let query = JSONPathQuery(inside)
    if takesAll {
      let found = items.filter { query.holds(for: $0) }
      if mark == Self.dot { return Self.collect(rest, from: found) }
      return mark == nil ? .list(found) : JSONPath(rest).value(in: .list(found))
    }
    guard let found = items.first(where: { query.holds(for: $0) }) else { return nil }
    return mark == nil ? found : JSONPath(rest).value(in: found)
  }

  /// What a path finds in each element; behind a bar the path goes on in the list of that.
  private static func collect(_ path: ArraySlice<UInt8>, from items: [GossValue]) -> GossValue? {
    var end = path
    while true {
      let (_, mark, rest) = cut(end)
      guard let mark else { return .list(items.compactMap { JSONPath(path).value(in: $0) }) }
      end = rest
      guard mark == pipe else { continue }
      let inner = JSONPath(path[..<(rest.startIndex - 1)])
      return JSONPath(rest).value(in: .list(items.compactMap { inner.value(in: $0) }))
    }
  }
}
