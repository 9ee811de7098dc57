/// Scalars as YAML writes them.
package enum YAMLScalarText {
  /// How a scalar is marked off.
  package enum Quoting {
    case plain, single, double

    /// The quoting of a scalar by its first byte.
    init(of first: UInt8?) {
      switch first {
      case UInt8(ascii: "'"): self = .single
      case UInt8(ascii: "\""): self = .double
      default: self = .plain
      }
    }
  }

  /// A text in the wanted quoting; where that cannot carry it, in double quotes.
  package static func text(_ text: String, _ quoting: Quoting) -> String {
    switch quoting {
    case .plain where isPlain(text): text
    case .single where text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "'" && !isUnsafe($0) }):
      "'\(text)'"
    default:
      String(decoding: JSONText.string(text).compact, as: UTF8.self).unicodeScalars.map { scalar in
        isUnsafe(scalar) ? escape(scalar) : String(scalar)
      }.joined()
    }
  }

  /// What is no text to YAML, ends a line for some who read it, or turns the order of what is shown (YAML 1.2, 5.1).
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static let words: Set<String> = ["yes", "no", "on", "off", "y", "n", "null", "true", "false"]

  /// Whether a text needs no quotes; fewer than YAML allows: what could be taken for something else is put in them.
  package static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, isLetter(first) || "./".utf8.contains(first),
      last != UInt8(ascii: ":"), !words.contains(text.lowercased()), CoreSchema.kind(of: bytes) == .string
    else { return false }
    return bytes.allSatisfy { isLetter($0) || "._-+/:".utf8.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
