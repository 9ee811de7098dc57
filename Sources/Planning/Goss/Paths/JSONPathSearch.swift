/// Looks for a path in lists and maps.
struct JSONPathSearch {
  /// The path that the search is for, with all that lies in it.
  let path: JSONPath
  private(set) var found = JSONPiece.nothing
  /// The path to go on with in what was found, be it nothing.
  private(set) var pipe: ArraySlice<UInt8>?

  init(path: JSONPath) { self.path = path }

  /// Looks in the first value of a text.
  mutating func look(in text: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) {
    let piece = JSONPiece(text)
    if path.starts(with: "..".utf8) {
      _ = look(among: piece.kind == .nothing ? [] : [piece], path.dropFirst(2))
    } else if piece.isContainer {
      _ = look(in: piece, path)
    }
  }

  /// Whether the search ends here; where it does not, another key that fits is tried.
  private mutating func look(in container: JSONPiece, _ path: ArraySlice<UInt8>) -> Bool {
    if container.kind == .list { return look(among: container.items, path) }
    let word = JSONPathWord(path)
    if case .pipe(let rest) = word.rest { pipe = rest }
    for member in container.members where word.matches(member.key) {
      guard case .path(let rest) = word.rest else {
        found = member.value
        return true
      }
      if member.value.isContainer, look(in: member.value, rest) { return true }
    }
    return false
  }

  private mutating func look(among items: [JSONPiece], _ path: ArraySlice<UInt8>) -> Bool {
    let step = JSONPathStep(path)
    if case .pipe(let rest) = step.rest { pipe = rest }
    switch step.kind {
    case .place(let place):
      guard let place, items.indices.contains(place) else { return false }
      if case .path(let rest) = step.rest {
        return items[place].isContainer && look(in: items[place], rest)
      }
      found = items[place]
      return true
    case .count:
      found = JSONPiece(Array(String(items.count).utf8))
      return true
    case .each(let path):
      let inner = split(path)
      found = .list(items.map { inner.found(in: $0.bytes) }.filter { $0.kind != .nothing })
      return true
    case .query(let query, let takesAll): return look(among: items, query, takesAll, step.rest)
    }
  }

  private mutating func look(
    among items: [JSONPiece], _ query: JSONPathQuery, _ takesAll: Bool, _ rest: JSONPathWord.Rest
  ) -> Bool {
    var results: [JSONPiece] = []
    var inner: JSONPath?
    for item in items where query.holds(for: item, in: path) {
      if inner == nil, case .path(let path) = rest { inner = split(path) }
      let result = inner?.found(in: item.bytes) ?? item
      guard takesAll else {
        found = result
        return true
      }
      if result.kind != .nothing { results.append(result) }
    }
    if takesAll, found.kind == .nothing { found = .list(results) }
    return false
  }

  /// The path for each element; what follows its bar is for all that they make.
  private mutating func split(_ path: ArraySlice<UInt8>) -> JSONPath {
    guard let bar = JSONPathWord.bar(in: path) else { return JSONPath(path, in: self.path) }
    pipe = path[(bar + 1)...]
    return JSONPath(path[..<bar], in: self.path)
  }
}
