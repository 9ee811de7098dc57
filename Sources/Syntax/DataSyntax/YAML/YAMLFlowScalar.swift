import Source

/// The value of a plain or quoted scalar, each byte with its place: lines are folded, escapes resolved.
struct YAMLFlowScalar {
  private let text: DerivedText
  private let content: ByteRange
  private let style: YAMLEvent.Style
  private var builder = DerivedTextBuilder()
  private var offset: Int

  /// Decodes the bytes of a scalar inside its quotes.
  static func decode(_ content: ByteRange, of text: DerivedText, style: YAMLEvent.Style) -> DerivedText {
    var scalar = YAMLFlowScalar(content, of: text, style: style)
    return scalar.decode()
  }

  private init(_ content: ByteRange, of text: DerivedText, style: YAMLEvent.Style) {
    self.text = text
    self.content = content
    self.style = style
    offset = content.start
  }

  private var bytes: [UInt8] { text.bytes }

  private mutating func decode() -> DerivedText {
    while offset < content.end {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: blanks()
      case UInt8(ascii: "'") where style == .singleQuoted:
        let start = offset
        offset = min(offset + 2, content.end)
        generate([UInt8(ascii: "'")], from: start)
      case UInt8(ascii: "\\") where style == .doubleQuoted: escape()
      default: run()
      }
    }
    return builder.text(whole: text.location(of: content))
  }

  private mutating func run() {
    let start = offset
    offset += 1
    while offset < content.end, !isSpecial(bytes[offset]) { offset += 1 }
    keep(ByteRange(start, offset))
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D: true
    case UInt8(ascii: "'"): style == .singleQuoted
    case UInt8(ascii: "\\"): style == .doubleQuoted
    default: false
    }
  }

  /// Blanks within a line stay; with a line's end in them they fold to a space, or to the empty lines.
  private mutating func blanks() {
    let start = offset
    let breaks = skipBlanks()
    let range = ByteRange(start, offset)
    switch breaks {
    case 0: keep(range)
    case 1: generate([0x20], from: start)
    default: generate(Array(repeating: 0x0A, count: breaks - 1), from: start)
    }
  }

  /// Passes over blanks and line ends; gives the number of the latter.
  private mutating func skipBlanks() -> Int {
    var breaks = 0
    while offset < content.end {
      switch bytes[offset] {
      case 0x20, 0x09: break
      case 0x0A: breaks += 1
      case 0x0D:
        breaks += 1
        if offset + 1 < content.end, bytes[offset + 1] == 0x0A { offset += 1 }
      default: return breaks
      }
      offset += 1
    }
    return breaks
  }

  private mutating func escape() {
    let start = offset
    guard offset + 1 < content.end else {
      offset = content.end
      return
    }
    let letter = bytes[offset + 1]
    if letter.isBreak {
      offset += 1
      let breaks = skipBlanks()
      return generate(Array(repeating: 0x0A, count: breaks - 1), from: start)
    }
    offset += 2
    switch letter {
    case UInt8(ascii: "x"): codePoint(digits: 2, from: start)
    case UInt8(ascii: "u"): codePoint(digits: 4, from: start)
    case UInt8(ascii: "U"): codePoint(digits: 8, from: start)
    default: generate(Self.value(ofEscape: letter), from: start)
    }
  }

  private static func value(ofEscape letter: UInt8) -> [UInt8] {
    switch letter {
    case UInt8(ascii: "0"): [0x00]
    case UInt8(ascii: "a"): [0x07]
    case UInt8(ascii: "b"): [0x08]
    case UInt8(ascii: "t"): [0x09]
    case UInt8(ascii: "n"): [0x0A]
    case UInt8(ascii: "v"): [0x0B]
    case UInt8(ascii: "f"): [0x0C]
    case UInt8(ascii: "r"): [0x0D]
    case UInt8(ascii: "e"): [0x1B]
    case UInt8(ascii: "N"): [0xC2, 0x85]
    case UInt8(ascii: "_"): [0xC2, 0xA0]
    case UInt8(ascii: "L"): [0xE2, 0x80, 0xA8]
    case UInt8(ascii: "P"): [0xE2, 0x80, 0xA9]
    default: [letter]
    }
  }

  private mutating func codePoint(digits: Int, from start: Int) {
    var value: UInt32 = 0
    let end = min(offset + digits, content.end)
    while offset < end, let digit = bytes[offset].hexadecimalValue {
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    generate(Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8), from: start)
  }

  private mutating func keep(_ range: ByteRange) { builder.append(text.slice(range)) }

  private mutating func generate(_ bytes: [UInt8], from start: Int) {
    builder.append(generated: bytes, by: text.location(of: ByteRange(start, offset)))
  }
}
