import Expectation

/// The first word of a path where it names a key, perhaps with `*` and `?`, and how the path goes on.
struct JSONPathWord {
  enum Rest {
    case nothing
    /// The path goes on in what the word names, if that is a list or a map.
    case path(ArraySlice<UInt8>)
    /// It goes on in whatever came of it.
    case pipe(ArraySlice<UInt8>)
  }

  let rest: Rest
  private let name: [UInt8]
  private let pattern: NamePattern?

  init(_ path: ArraySlice<UInt8>) {
    var name: [UInt8] = []
    var hasMarks = false
    var rest = Rest.nothing
    var place = path.startIndex
    scan: while place < path.endIndex {
      let byte = path[place]
      switch byte {
      case JSONPath.pipe, JSONPath.dot:
        rest = Self.rest(of: path, behind: place)
        break scan
      case UInt8(ascii: "\\"):
        place += 1
        // Behind the first escape one may escape what ends the path.
        if place < path.endIndex { name.append(path[place]) }
      default:
        hasMarks = hasMarks || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
        name.append(byte)
      }
      place += 1
    }
    self.rest = rest
    self.name = name
    pattern = hasMarks ? Self.pattern(name) : nil
  }

  func matches(_ key: [UInt8]) -> Bool { pattern?.matches(key) ?? (key == name) }

  /// How a path goes on behind a dot or a bar.
  static func rest(of path: ArraySlice<UInt8>, behind mark: Int) -> Rest {
    let rest = path[(mark + 1)...]
    guard path[mark] == JSONPath.dot else { return .pipe(rest) }
    return beginsAnew(rest) ? .pipe(rest) : .path(rest)
  }

  /// Whether a path begins with a modifier or a selection, which need nothing to be found before them.
  private static func beginsAnew(_ path: ArraySlice<UInt8>) -> Bool {
    switch path.first {
    case UInt8(ascii: "["), UInt8(ascii: "{"): true
    case UInt8(ascii: "@"): JSONPathModifier(path.dropFirst()) != nil
    default: false
    }
  }

  /// A pattern in which only `*`, `?` and `\` are marks.
  static func pattern(_ text: some Sequence<UInt8>) -> NamePattern {
    NamePattern(text.flatMap { $0 == UInt8(ascii: "[") ? [UInt8(ascii: "\\"), $0] : [$0] })
  }

  /// The bar behind which a path for each element is one for all that they make. Behind a selection in braces it stands at once.
  static func bar(in path: ArraySlice<UInt8>) -> Int? {
    if path.first == UInt8(ascii: "{") {
      guard let end = JSONPathBrackets.end(of: path), end < path.endIndex else { return nil }
      return path[end] == JSONPath.pipe ? end : nil
    }
    var place = path.startIndex
    while place < path.endIndex {
      switch path[place] {
      case UInt8(ascii: "\\"): place += 1
      case JSONPath.dot:
        let next = path[(place + 1)...]
        if next.first == JSONPath.hash, let open = next.dropFirst().first, "[(".utf8.contains(open) {
          place = (JSONPathBrackets.end(of: next.dropFirst()) ?? path.endIndex) - 1
        }
      case JSONPath.pipe: return place
      default: break
      }
      place += 1
    }
    return nil
  }
}
