import Source

/// `{a,"name":b.c}` or `[a,b]`: a new map or list of what several paths find.
struct JSONPathSelection {
  private struct Part {
    let name: ArraySlice<UInt8>?
    let path: ArraySlice<UInt8>
  }

  /// What follows the closing bracket: nothing, or a dot or a bar and a path.
  let rest: ArraySlice<UInt8>
  private let isMap: Bool
  private let parts: [Part]

  /// nil for what is no selection.
  init?(_ text: ArraySlice<UInt8>) {
    guard let end = JSONPathBrackets.end(of: text), end == text.endIndex || ".|".utf8.contains(text[end])
    else { return nil }
    isMap = text.first == UInt8(ascii: "{")
    parts = Self.parts(of: text[(text.startIndex + 1)..<(end - 1)])
    rest = text[end...]
  }

  /// The selection from a text; what a path does not find is left out.
  func selected(of text: ArraySlice<UInt8>, in path: JSONPath) -> JSONPiece {
    let found = parts.map { ($0, JSONPath($0.path, in: path).found(in: text)) }
      .filter { $0.1.kind != .nothing }
    return isMap ? .map(found.map { (Self.name(of: $0.0), $0.1) }) : .list(found.map(\.1))
  }

  private static func parts(of text: ArraySlice<UInt8>) -> [Part] {
    var parts: [Part] = []
    var (start, depth) = (text.startIndex, 0)
    var colon: Int?
    var isInModifier = false
    func part(to end: Int) -> Part {
      guard let colon else { return Part(name: nil, path: text[start..<end]) }
      return Part(name: text[start..<colon], path: text[(colon + 1)..<end])
    }
    var place = text.startIndex
    while place < text.endIndex {
      switch text[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "\""): place = JSONPathBrackets.quoteEnd(text, place)
      case UInt8(ascii: "@"):
        if place > text.startIndex, ".|".utf8.contains(text[place - 1]) { isInModifier = true }
      case UInt8(ascii: ":"): if depth == 0, colon == nil, !isInModifier { colon = place }
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ","):
        if depth == 0 {
          parts.append(part(to: place))
          (start, colon, isInModifier) = (place + 1, nil, false)
        }
      default: break
      }
      place += 1
    }
    return parts + [part(to: text.endIndex)]
  }

  /// The name that is written, or the last key of the path, in quotes; `_` where that is none.
  private static func name(of part: Part) -> ArraySlice<UInt8> {
    if let name = part.name, !name.isEmpty {
      let isQuoted = name.first == UInt8(ascii: "\"") && GossValue(jsonText: Array(name)) != nil
      return isQuoted ? name : JSONPiece.text(name).bytes
    }
    let path = part.path
    let mark = path.indices.last { place in
      ".|".utf8.contains(path[place])
        && !(place > path.startIndex && path[place - 1] == UInt8(ascii: "\\"))
    }
    let last = mark.map { path[($0 + 1)...] } ?? path
    let isSimple = last.allSatisfy { $0 >= 0x20 && !"[]{}()#|!".utf8.contains($0) }
    return JSONPiece.text(isSimple ? Array(last) : Array("_".utf8)).bytes
  }
}
