/// `@reverse`, `@keys`, `@flatten:{"deep":true}` and the others, with what follows them in a path.
struct JSONPathModifier {
  enum Name: String {
    case pretty, ugly, reverse, this, flatten, join, valid, keys, values, tostr, fromstr, group, dig
  }

  /// What follows: nothing, or a dot or a bar and a path.
  let rest: ArraySlice<UInt8>
  let name: Name
  let argument: ArraySlice<UInt8>

  /// Reads what follows an `@`; nil for a name that gjson does not know.
  init?(_ text: ArraySlice<UInt8>) {
    let word = text.prefix { !":.|".utf8.contains($0) }
    guard let name = Name(rawValue: String(decoding: word, as: UTF8.self)) else { return nil }
    self.name = name
    let behind = text[word.endIndex...]
    guard behind.first == UInt8(ascii: ":") else {
      (argument, rest) = (behind.prefix(0), behind)
      return
    }
    let end = Self.end(of: behind.dropFirst())
    (argument, rest) = (behind[(behind.startIndex + 1)..<end], behind[end...])
  }

  /// Where an argument ends: JSON behind its bracket or quote, any other at a bar outside of brackets.
  private static func end(of text: ArraySlice<UInt8>) -> Int {
    func group(at place: Int) -> Int? {
      switch text[place] {
      case UInt8(ascii: "\""): min(text.endIndex, JSONPathBrackets.quoteEnd(text, place) + 1)
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("):
        JSONPathBrackets.end(of: text[place...]) ?? text.endIndex
      default: nil
      }
    }
    if let first = text.first, first != UInt8(ascii: "("), let end = group(at: text.startIndex) { return end }
    var place = text.startIndex
    while place < text.endIndex, text[place] != JSONPath.pipe { place = group(at: place) ?? place + 1 }
    return place
  }

  /// Whether the argument, a map, says yes to a word.
  func asks(for word: String) -> Bool {
    JSONPiece(argument).members.last { $0.key.elementsEqual(word.utf8) }?.value.truth == true
  }
}
