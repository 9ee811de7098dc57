import DataSyntax

/// A path into a JSON text as tidwall/gjson writes it: `a.b`, `a.0`, `a.#`, `a.#.k`, `a.#(k==2).v`, `*`, `?`, `\.`, `@this`, `|`,
/// `{a,b.c}`, `[a,b]`, `!"text"`, `..#`.
///
/// As there, a path goes from text to text: what a part of it finds keeps the order of its keys and the spelling of its numbers.
struct JSONPath {
  let text: ArraySlice<UInt8>
  /// How many paths this one lies in.
  private let depth: Int

  /// Paths in each other beyond this find nothing, so that a hostile one ends.
  private static let depthLimit = 200

  init(_ text: String) { self.init(Array(text.utf8)[...], depth: 0) }

  init(_ text: ArraySlice<UInt8>, in outer: JSONPath) { self.init(text, depth: outer.depth + 1) }

  private init(_ text: ArraySlice<UInt8>, depth: Int) {
    self.text = text
    self.depth = depth
  }

  static let dot = UInt8(ascii: ".")
  static let pipe = UInt8(ascii: "|")
  static let hash = UInt8(ascii: "#")

  /// The value at the path; nil where there is none.
  func value(in text: [UInt8]) -> GossValue? { found(in: text[...]).value }

  /// The part of a text at the path.
  func found(in text: ArraySlice<UInt8>) -> JSONPiece {
    guard depth < Self.depthLimit else { return .nothing }
    var source = text
    var path = self.text
    while true {
      if path.count > 1, let special = special(path, source) {
        guard let mark = special.rest.first, mark == Self.dot || mark == Self.pipe else {
          return JSONPiece(special.made)
        }
        (path, source) = (special.rest.dropFirst(), special.made)
        continue
      }
      var search = JSONPathSearch(path: self)
      search.look(in: source, path)
      guard let rest = search.pipe else { return search.found }
      (path, source) = (rest, search.found.bytes)
    }
  }

  /// What a path makes that begins like a modifier, a value of its own or a selection, and how it goes on; nil where its first word is
  /// a key.
  private func special(
    _ path: ArraySlice<UInt8>, _ source: ArraySlice<UInt8>
  ) -> (made: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
    switch path.first {
    case UInt8(ascii: "@"):
      JSONPathModifier(path.dropFirst()).map { ($0.changed(source, in: self), $0.rest) }
    case UInt8(ascii: "!"): Self.constant(path.dropFirst())
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      JSONPathSelection(path).map { ($0.selected(of: source, in: self).bytes, $0.rest) }
    default: nil
    }
  }

  /// `"text"`, `true`, `{"a":1}`: a value that the path itself holds. A text and a number end with the path.
  private static func constant(
    _ body: ArraySlice<UInt8>
  ) -> (made: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
    if let first = body.first, "{[\"+-0123456789".utf8.contains(first) {
      guard "{[".utf8.contains(first) else { return (body, []) }
      let end = JSONPathBrackets.end(of: body) ?? body.endIndex
      return (GossValue(jsonText: Array(body[..<end])) == nil ? [] : body[..<end], body[end...])
    }
    let end = body.firstIndex { $0 == dot || $0 == pipe } ?? body.endIndex
    let word = body[..<end]
    let names: Set = ["true", "false", "null", "nan", "inf"]
    return names.contains(String(decoding: word, as: UTF8.self).lowercased()) ? (word, body[end...]) : nil
  }
}
