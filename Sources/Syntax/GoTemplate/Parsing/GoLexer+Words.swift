import Source

extension GoLexer {
  private static let keywords: Set<String> = [
    "block", "break", "continue", "define", "else", "end", "if", "nil", "range", "template", "with",
  ]

  /// Reads a name, number, text or sign inside an action; false where it cannot.
  mutating func readWord(_ byte: UInt8) -> Bool {
    let start = offset
    switch byte {
    case UInt8(ascii: "\""): return readQuoted(byte, kind: .quoted, name: "text")
    case UInt8(ascii: "'"): return readQuoted(byte, kind: .character, name: "character")
    case UInt8(ascii: "`"): return readRaw()
    case UInt8(ascii: "$"): return readName(.variable, from: start)
    case UInt8(ascii: "."):
      let isNumber = offset + 1 < bytes.count && bytes[offset + 1].isTemplateDigit
      return isNumber ? readNumber() : readName(.field, from: start)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), 0x30...0x39: return readNumber()
    case _ where byte.isTemplateWord: return readName(.identifier, from: start)
    case 0x21...0x7E:
      offset += 1
      append(.sign, from: start)
      return true
    default:
      offset += 1
      fail(
        "this byte has no meaning in an action", from: start,
        goWords: "unrecognized character in action: \(described(at: start))")
      return false
    }
  }

  /// A name with the sign before it; it must end where a word may end.
  private mutating func readName(_ kind: GoToken.Kind, from start: Int) -> Bool {
    if kind != .identifier { offset += 1 }
    while offset < bytes.count, bytes[offset].isTemplateWord { offset += 1 }
    guard isAtTerminator else {
      offset += 1
      fail(
        "`\(sign(at: offset - 1))` cannot follow a name without a blank", from: offset - 1,
        goWords: "bad character \(described(at: offset - 1))")
      return false
    }
    let name = String(decoding: bytes[start..<offset], as: UTF8.self)
    switch kind {
    case .identifier: append(Self.keywords.contains(name) ? .keyword : .identifier, from: start)
    case .field: append(name == "." ? .dot : .field, from: start)
    default: append(kind, from: start)
    }
    return true
  }

  private var isAtTerminator: Bool {
    guard offset < bytes.count else { return true }
    switch bytes[offset] {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ":"),
      UInt8(ascii: ")"), UInt8(ascii: "("), UInt8(ascii: "}"):
      return true
    default: return false
    }
  }

  /// A character as Go's `%#U` shows it: `U+0027 '''`.
  private func described(at place: Int) -> String {
    let tail = String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self)
    guard let scalar = tail.unicodeScalars.first else { return "U+FFFD" }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+\(String(repeating: "0", count: max(0, 4 - digits.utf8.count)))\(digits) '\(scalar)'"
  }

  /// The printable form of a sign in a message.
  private func sign(at place: Int) -> String {
    bytes[place] == UInt8(ascii: "`") ? "a back quote" : String(decoding: [bytes[place]], as: UTF8.self)
  }

  private mutating func readQuoted(_ quote: UInt8, kind: GoToken.Kind, name: String) -> Bool {
    let start = offset
    offset += 1
    while offset < bytes.count, bytes[offset] != 0x0A {
      if bytes[offset] == quote {
        offset += 1
        append(kind, from: start)
        return true
      }
      offset +=
        bytes[offset] == UInt8(ascii: "\\") && offset + 1 < bytes.count && bytes[offset + 1] != 0x0A ? 2 : 1
    }
    offset = min(offset, bytes.count)
    fail(
      "the \(name) is not closed: its second quote is missing", from: start,
      goWords: name == "text" ? "unterminated quoted string" : "unterminated character constant")
    return false
  }

  private mutating func readRaw() -> Bool {
    let start = offset
    guard let end = bytes.firstIndex(of: UInt8(ascii: "`"), from: start + 1) else {
      offset = bytes.count
      fail(
        "the text is not closed: its second back quote is missing", from: start,
        goWords: "unterminated raw quoted string")
      return false
    }
    offset = end + 1
    append(.raw, from: start)
    return true
  }

  private mutating func readNumber() -> Bool {
    let start = offset
    skipNumber()
    // Go names the first letter that cannot follow, and no more of them.
    let isEnded = offset >= bytes.count || !isInWord(offset)
    let named = String(decoding: bytes[start..<(isEnded ? offset : offset + 1)], as: UTF8.self)
    while !isEnded, offset < bytes.count, isInWord(offset) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard isEnded, isAtTerminator, GoNumber(text) != nil else {
      let problem = isEnded && isAtTerminator ? "illegal" : "bad"
      fail(
        "`\(text)` is not a number", from: start,
        goWords: "\(problem) number syntax: \(GoQuotedText.quoted(named))")
      return false
    }
    append(.number, from: start)
    return true
  }

  private func isInWord(_ place: Int) -> Bool {
    bytes[place].isTemplateWord || bytes[place] == UInt8(ascii: ".")
  }

  /// Goes over what may stand in a number, in Go's order: sign, prefix, digits, fraction, exponent.
  private mutating func skipNumber() {
    _ = take("+-")
    var digits = "0123456789_"
    var exponent = "eE"
    if take("0") {
      if take("xX") {
        (digits, exponent) = ("0123456789abcdefABCDEF_", "pP")
      } else if take("oO") {
        (digits, exponent) = ("01234567_", "")
      } else if take("bB") {
        (digits, exponent) = ("01_", "")
      }
    }
    while take(digits) {}
    if take(".") { while take(digits) {} }
    guard take(exponent) else { return }
    _ = take("+-")
    while take("0123456789_") {}
  }

  /// Goes over one of some letters.
  private mutating func take(_ letters: String) -> Bool {
    guard offset < bytes.count, letters.utf8.contains(bytes[offset]) else { return false }
    offset += 1
    return true
  }
}
