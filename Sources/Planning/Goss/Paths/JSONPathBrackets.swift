/// Brackets and quotes of a path or of a JSON text.
enum JSONPathBrackets {
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
  static func quoteEnd(_ text: ArraySlice<UInt8>, _ start: Int) -> Int {
    var place = start + 1
    while place < text.endIndex, text[place] != UInt8(ascii: "\"") {
      place += text[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(place, text.endIndex)
  }

  /// The bracket that closes the first one, and where between them a comparison begins; nil where none closes it.
  static func endOfQuery(_ text: ArraySlice<UInt8>) -> (close: Int, comparison: Int?)? {
    var depth = 0
    var comparison: Int?
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      if depth == 1, comparison == nil, "!=<>%".utf8.contains(byte) {
        comparison = place
      } else if byte == UInt8(ascii: "\\") {
        place += 1
      } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return (place, comparison) }
      } else if byte == UInt8(ascii: "\"") {
        place = quoteEnd(text, place)
      }
      place += 1
    }
    return nil
  }

  /// The part of a text without blanks at its ends.
  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = text.firstIndex(where: { !JSONPiece.isBlank($0) }) else { return [] }
    return text[first...(text.lastIndex { !JSONPiece.isBlank($0) } ?? first)]
  }
}
