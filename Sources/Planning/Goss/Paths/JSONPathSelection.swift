import Source

/// `{a,"name":b.c}` or `[a,b]`: a new object or list of what several paths find.
struct JSONPathSelection {
  private struct Part {
    let name: ArraySlice<UInt8>?
    let path: ArraySlice<UInt8>
  }

  /// What follows the closing bracket: nothing, or a dot or a bar and a path.
  let rest: ArraySlice<UInt8>
  private let isObject: Bool
  private let parts: [Part]

  /// nil for what is no selection.
  init?(_ text: [UInt8]) {
    guard let end = Self.end(of: text[...]), end == text.endIndex || ".|".utf8.contains(text[end]) else {
      return nil
    }
    isObject = text[0] == UInt8(ascii: "{")
    parts = Self.parts(of: text[1..<(end - 1)])
    rest = text[end...]
  }

  func selected(of value: GossValue) -> GossValue {
    let found = parts.compactMap { part in JSONPath(part.path).value(in: value).map { (part, $0) } }
    guard isObject else { return .list(found.map(\.1)) }
    return .map(
      found.map { .init(key: .text(Self.name(of: $0.0)), value: $0.1) }, hasPlainKeys: true
    ).withFirstKeys
  }

  /// The place behind the bracket that closes the first one; nil where none does.
  static func end(of text: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    var place = text.startIndex
    while place < text.endIndex {
      switch text[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "\""): place = quoteEnd(text, place)
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return place + 1 }
      default: break
      }
      place += 1
    }
    return nil
  }

  /// The place of the quote that closes the one at a place, or the end.
  private static func quoteEnd(_ text: ArraySlice<UInt8>, _ start: Int) -> Int {
    var place = start + 1
    while place < text.endIndex, text[place] != UInt8(ascii: "\"") {
      place += text[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return place
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
      case UInt8(ascii: "\""): place = quoteEnd(text, place)
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

  /// The name that is written, or the last key of the path; `_` where that is none.
  private static func name(of part: Part) -> String {
    if let name = part.name, !name.isEmpty {
      if name.first == UInt8(ascii: "\""), let text = GossValue(jsonText: Array(name))?.string { return text }
      return String(decoding: name, as: UTF8.self)
    }
    let path = part.path
    let mark = path.indices.last { place in
      ".|".utf8.contains(path[place])
        && !(place > path.startIndex && path[place - 1] == UInt8(ascii: "\\"))
    }
    let last = mark.map { path[($0 + 1)...] } ?? path
    let isSimple = last.allSatisfy { $0 >= 0x20 && !"[]{}()#|!".utf8.contains($0) }
    return isSimple ? String(decoding: last, as: UTF8.self) : "_"
  }
}
