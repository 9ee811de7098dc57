import Source

/// Cuts a JSON text into tokens; comments and broken strings are reported, and read all the same.
struct JSONLexer {
  let text: DerivedText
  let bytes: [UInt8]
  var offset: Int
  private(set) var comments: [ByteRange] = []

  init(_ text: DerivedText, from offset: Int) {
    self.text = text
    self.bytes = text.bytes
    self.offset = offset
  }

  /// The next token; `.end` again and again at the end.
  mutating func next(_ faults: inout SyntaxFaults) -> JSONToken {
    skipBlank(&faults)
    guard offset < bytes.count else { return JSONToken(.end, ByteRange(at: bytes.count)) }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return single(.openMapping)
    case UInt8(ascii: "}"): return single(.closeMapping)
    case UInt8(ascii: "["): return single(.openSequence)
    case UInt8(ascii: "]"): return single(.closeSequence)
    case UInt8(ascii: ","): return single(.comma)
    case UInt8(ascii: ":"): return single(.colon)
    case UInt8(ascii: "\""): return string(&faults)
    case UInt8(ascii: "'"), 0xE2: return foreignString(&faults) ?? run(&faults)
    default: return run(&faults)
    }
  }

  /// The byte at an offset; nil behind the end.
  func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func single(_ kind: JSONToken.Kind) -> JSONToken {
    offset += 1
    return JSONToken(kind, ByteRange(offset - 1, offset))
  }

  /// A number, a word, or one stray byte.
  private mutating func run(_ faults: inout SyntaxFaults) -> JSONToken {
    let start = offset
    while offset < bytes.count, Self.isWordByte(bytes[offset]) { offset += 1 }
    if offset == start {
      let isArrow = bytes[start] == UInt8(ascii: "=") && byte(at: start + 1) == UInt8(ascii: ">")
      offset += isArrow ? 2 : 1
      return JSONToken(.stray, ByteRange(start, offset))
    }
    let first = bytes[start]
    let isNumeric =
      first.isDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
      || first == UInt8(ascii: ".")
    let word = ByteRange(start, offset)
    if !isNumeric, lacksOpeningQuote(word) {
      offset += 1
      let whole = ByteRange(start, offset)
      faults.add(
        "this text has no opening quote", at: whole, help: "begin it with `\"`",
        edits: [(ByteRange(at: start), "\"")])
      return JSONToken(.string, whole, content: word)
    }
    return JSONToken(isNumeric ? .number : .word, word)
  }

  /// Whether a word that begins where a key or a value does ends in a quote, and with it the key or value.
  private func lacksOpeningQuote(_ word: ByteRange) -> Bool {
    guard byte(at: word.end) == UInt8(ascii: "\"") else { return false }
    let before = bytes[..<word.start].last { !" \t\r\n".utf8.contains($0) }
    let after = bytes[(word.end + 1)...].first { $0 != 0x20 && $0 != 0x09 }
    return before.map { "{[,:".utf8.contains($0) } ?? false
      && after.map { ":,]}\r\n".utf8.contains($0) } ?? true
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
      true
    case UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  // Neighbouring comments make one fault: a commented-out block is one mistake.
  private mutating func skipBlank(_ faults: inout SyntaxFaults) {
    let known = comments.count
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      case UInt8(ascii: "/") where byte(at: offset + 1) == UInt8(ascii: "/"), UInt8(ascii: "#"):
        lineComment()
      case UInt8(ascii: "/") where byte(at: offset + 1) == UInt8(ascii: "*"): blockComment()
      default:
        return report(commentsFrom: known, &faults)
      }
    }
    report(commentsFrom: known, &faults)
  }

  private mutating func lineComment() {
    let start = offset
    while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
    comments.append(ByteRange(start, offset))
  }

  private mutating func blockComment() {
    let start = offset
    offset += 2
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "*"), byte(at: offset + 1) == UInt8(ascii: "/") {
        offset += 2
        break
      }
      offset += 1
    }
    comments.append(ByteRange(start, offset))
  }

  private func report(commentsFrom known: Int, _ faults: inout SyntaxFaults) {
    guard known < comments.count else { return }
    faults.add(
      "JSON has no comments", at: comments[known].union(comments[comments.count - 1]),
      help: "remove it, or keep it as a value of the root whose key begins with `_`: `\"_comment\": \"…\"`")
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// A line feed or a carriage return.
  var isBreak: Bool { self == 0x0A || self == 0x0D }
}
