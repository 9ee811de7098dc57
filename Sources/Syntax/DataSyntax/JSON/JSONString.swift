import Diagnostics
import Source

/// The value of a JSON string that has escapes, each byte with its place.
struct JSONString {
  private let text: DerivedText
  private let content: ByteRange
  private var builder = DerivedTextBuilder()
  private var offset: Int

  /// Decodes the bytes between the quotes; what is wrong with an escape is reported, and the bytes kept.
  static func decode(
    _ content: ByteRange, of text: DerivedText, _ faults: inout SyntaxFaults
  ) -> DerivedText {
    var string = JSONString(content, of: text)
    return string.decode(&faults)
  }

  private init(_ content: ByteRange, of text: DerivedText) {
    self.text = text
    self.content = content
    self.offset = content.start
  }

  private mutating func decode(_ faults: inout SyntaxFaults) -> DerivedText {
    var runStart = offset
    while offset < content.end {
      guard text.bytes[offset] == UInt8(ascii: "\\") else {
        offset += 1
        continue
      }
      keep(ByteRange(runStart, offset))
      escape(&faults)
      runStart = offset
    }
    keep(ByteRange(runStart, content.end))
    return builder.text(whole: text.location(of: content))
  }

  private mutating func keep(_ range: ByteRange) {
    guard !range.isEmpty else { return }
    builder.append(text.slice(range))
  }

  private mutating func escape(_ faults: inout SyntaxFaults) {
    let start = offset
    let letter = offset + 1 < content.end ? text.bytes[offset + 1] : 0
    let value: UInt8? =
      switch letter {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
      case UInt8(ascii: "b"): 0x08
      case UInt8(ascii: "f"): 0x0C
      case UInt8(ascii: "n"): 0x0A
      case UInt8(ascii: "r"): 0x0D
      case UInt8(ascii: "t"): 0x09
      default: nil
      }
    if let value {
      offset += 2
      generate([value], from: start)
    } else if letter == UInt8(ascii: "u") {
      unicodeEscape(&faults)
    } else {
      offset = min(offset + 2, content.end)
      while offset < content.end, text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      let range = ByteRange(start, offset)
      let isAlone = range.count == 1 || text.bytes[start + 1].isBreak
      let what = isAlone ? "a backslash alone" : text.excerpt(range)
      faults.add(
        "\(what) is not an escape of JSON", at: range, help: "write a backslash as `\\\\`",
        edits: [(ByteRange(start, start + 1), "\\\\")])
      keep(range)
    }
  }

  private mutating func unicodeEscape(_ faults: inout SyntaxFaults) {
    let start = offset
    guard let unit = codeUnit(at: start) else {
      offset += 2
      while offset < content.end, offset < start + 6, text.bytes[offset].hexadecimalValue != nil {
        offset += 1
      }
      faults.add(
        "`\\u` needs four hexadecimal digits", at: ByteRange(start, offset),
        help: "write for example `\\u00e9`, or a backslash as `\\\\`")
      return keep(ByteRange(start, offset))
    }
    offset += 6
    if let scalar = Unicode.Scalar(unit) {
      return generate(Array(String(Character(scalar)).utf8), from: start)
    }
    if unit < 0xDC00, let low = codeUnit(at: offset), (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
    {
      offset += 6
      return generate(Array(String(Character(scalar)).utf8), from: start)
    }
    faults.add(
      "half of a surrogate pair: `\\u\(String(unit, radix: 16))` is no character by itself",
      at: ByteRange(start, offset), help: "write the character itself, or both halves", severity: .warning)
    generate(Array("\u{FFFD}".utf8), from: start)
  }

  /// The value of a whole `\u` escape, four digits, at an offset.
  private func codeUnit(at start: Int) -> UInt32? {
    guard start + 6 <= content.end, text.bytes[start] == UInt8(ascii: "\\"),
      text.bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt32 = 0
    for byte in text.bytes[start + 2..<start + 6] {
      guard let digit = byte.hexadecimalValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  private mutating func generate(_ bytes: [UInt8], from start: Int) {
    builder.append(generated: bytes, by: text.location(of: ByteRange(start, offset)))
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
