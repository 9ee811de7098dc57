import DataSyntax

/// A value of a JSON text as it is written, numbers and blanks included; nothing, where there is none.
struct JSONPiece {
  enum Kind { case nothing, null, yes, no, number, text, list, map }

  struct Member {
    /// The key with its quotes.
    let writtenKey: ArraySlice<UInt8>
    let key: [UInt8]
    let value: JSONPiece
  }

  let bytes: ArraySlice<UInt8>

  static let nothing = JSONPiece([UInt8]())

  /// The first value of a text; what follows it is not looked at.
  init(_ text: ArraySlice<UInt8>) {
    let start = text.firstIndex { !Self.isBlank($0) } ?? text.endIndex
    bytes = text[start..<Self.end(of: text, from: start)]
  }

  init(_ text: [UInt8]) { self.init(text[...]) }

  var kind: Kind {
    switch bytes.first {
    case UInt8(ascii: "{"): .map
    case UInt8(ascii: "["): .list
    case UInt8(ascii: "\""): .text
    case UInt8(ascii: "t"): .yes
    case UInt8(ascii: "f"): .no
    case UInt8(ascii: "n") where bytes.dropFirst().first == UInt8(ascii: "u"): .null
    case let first? where "+-0123456789niIN".utf8.contains(first): .number
    default: .nothing
    }
  }

  var isContainer: Bool { kind == .list || kind == .map }

  /// The elements of a list.
  var items: [JSONPiece] {
    guard kind == .list else { return [] }
    return parts.map(\.value)
  }

  /// The entries of a map, those of one key all.
  var members: [Member] {
    guard kind == .map else { return [] }
    return parts.compactMap { part in
      part.key.map { Member(writtenKey: $0, key: JSONPiece($0).textBytes ?? [], value: part.value) }
    }
  }

  /// What stands between the brackets, without blanks at its ends.
  var inside: ArraySlice<UInt8> {
    guard isContainer, bytes.count > 1 else { return bytes }
    let inner = bytes.dropFirst().dropLast()
    guard let first = inner.firstIndex(where: { !Self.isBlank($0) }) else { return [] }
    return inner[first...(inner.lastIndex { !Self.isBlank($0) } ?? first)]
  }

  /// The letters of a text, its escapes taken for what they stand for; nil for any other value.
  var textBytes: [UInt8]? {
    guard kind == .text else { return nil }
    if bytes.contains(UInt8(ascii: "\\")) {
      guard case .text(let letters)? = GossValue(jsonText: Array(bytes)) else { return nil }
      return letters
    }
    return Array(bytes.dropFirst().dropLast())
  }

  /// The number that is written, or 0 for what Go reads no number in.
  var number: Double { GoFloatText(String(decoding: bytes, as: UTF8.self)).value ?? 0 }

  /// The value as goss takes it; nil for nothing, and for what is no JSON.
  var value: GossValue? {
    switch kind {
    case .nothing: nil
    case .number: .float(number)
    case .yes: .bool(true)
    case .no: .bool(false)
    case .null: .null
    case .text: textBytes.map { .text($0) }
    case .list, .map: GossValue(jsonText: Array(bytes))
    }
  }

  /// Values as a list of them.
  static func list(_ items: [JSONPiece]) -> JSONPiece {
    let joined = Array(items.map(\.bytes).joined(separator: ",".utf8))
    return JSONPiece(Array("[".utf8) + joined + Array("]".utf8))
  }

  /// Pairs of a written key and a value as a map.
  static func map(_ members: [(key: ArraySlice<UInt8>, value: JSONPiece)]) -> JSONPiece {
    let pairs = members.map { Array($0.key) + Array(":".utf8) + Array($0.value.bytes) }
    let joined = Array(pairs.joined(separator: ",".utf8))
    return JSONPiece(Array("{".utf8) + joined + Array("}".utf8))
  }

  /// A text in quotes.
  static func text(_ letters: some Sequence<UInt8>) -> JSONPiece {
    let text = String(decoding: Array(letters), as: UTF8.self)
    return JSONPiece(JSONText.string(text).goCompact(escapesMarkup: true))
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

  /// The parts of a container, each with the key in front of it where it has one.
  private var parts: [(key: ArraySlice<UInt8>?, value: JSONPiece)] {
    var parts: [(key: ArraySlice<UInt8>?, value: JSONPiece)] = []
    var rest = inside
    var key: ArraySlice<UInt8>?
    while let first = rest.first {
      if Self.isBlank(first) || first == UInt8(ascii: ",") || first == UInt8(ascii: ":") {
        rest.removeFirst()
        continue
      }
      let piece = JSONPiece(rest)
      rest = rest[max(piece.bytes.endIndex, rest.startIndex + 1)...]
      if kind == .map, key == nil {
        key = piece.bytes
      } else {
        parts.append((key, piece))
        key = nil
      }
    }
    return parts
  }

  /// The end of the value that begins at a place.
  private static func end(of text: ArraySlice<UInt8>, from start: Int) -> Int {
    guard start < text.endIndex else { return start }
    switch text[start] {
    case UInt8(ascii: "\""): return min(text.endIndex, JSONPathBrackets.quoteEnd(text, start) + 1)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return JSONPathBrackets.end(of: text[start...]) ?? text.endIndex
    default:
      return text[start...].firstIndex { isBlank($0) || ",]}".utf8.contains($0) } ?? text.endIndex
    }
  }
}
