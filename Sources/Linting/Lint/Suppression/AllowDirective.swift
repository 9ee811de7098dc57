import Source

/// The words of an exception: `allow RULE[, RULE…] [at POINTER] -- REASON`.
struct AllowDirective {
  /// A word with its place.
  typealias Word = Located<String>

  let verb: Word?
  let rules: [Word]
  /// The JSON pointer after `at`.
  let pointer: Word?
  /// Why; nil where nothing follows a `--`.
  let reason: String?
  let location: Location

  /// Takes the text apart; what is missing stays nil or empty.
  init(_ text: DerivedText) {
    location = text.whole
    var words = Self.words(of: text)
    let dashes = words.firstIndex { ["--", "—", "–"].contains($0.text) }
    let reason = dashes.map { Self.trimmed(text.bytes[words[$0].range.end...]) } ?? ""
    self.reason = reason.isEmpty ? nil : reason
    if let dashes { words.removeSubrange(dashes...) }
    let located = words.map { Word($0.text, at: text.location(of: $0.range)) }
    verb = located.first
    let names = located.dropFirst()
    let at = names.firstIndex { $0.value == "at" }
    pointer = at.flatMap { names.indices.contains($0 + 1) ? names[$0 + 1] : nil }
    rules = Array(names.prefix(upTo: at ?? names.endIndex))
  }

  /// The words between blanks and commas.
  private static func words(of text: DerivedText) -> [(text: String, range: ByteRange)] {
    var words: [(String, ByteRange)] = []
    var start: Int?
    for (offset, byte) in (text.bytes + [UInt8(ascii: " ")]).enumerated() {
      if isBlank(byte) || byte == UInt8(ascii: ",") {
        if let first = start {
          words.append(
            (String(decoding: text.bytes[first..<offset], as: UTF8.self), ByteRange(first, offset)))
        }
        start = nil
      } else if start == nil {
        start = offset
      }
    }
    return words
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let rest = bytes.drop(while: isBlank)
    let end = rest.lastIndex { !isBlank($0) } ?? rest.startIndex - 1
    return String(decoding: rest[..<(end + 1)], as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
