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
    case .single where text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "'") }):
      "'\(text)'"
    default: String(decoding: JSONText.string(text).compact, as: UTF8.self)
    }
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
