/// Cuts a Dockerfile instruction into words, quotes and escapes kept as they are written.
enum InstructionWords {
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// The bytes of a line without blanks at its ends; a backslash before a line feed joins two lines.
  static func joined(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in line.utf8 {
      if byte == 0x0A, bytes.last == 0x5C { bytes.removeLast() } else { bytes.append(byte) }
    }
    return Array(trimmed(bytes[...]))
  }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return bytes
  }

  /// Words between blanks.
  static func split(_ text: String) -> [String] {
    text.utf8.split(whereSeparator: isBlank).map { String(Substring($0)) }
  }

  /// Words between blanks that stand outside quotes.
  static func splitQuoted(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var quote: UInt8?
    var isEscaped = false
    for byte in text.utf8 {
      if quote == nil, !isEscaped, isBlank(byte) {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
        continue
      }
      word.append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C, quote != 0x27 {
        isEscaped = true
      } else if quote == byte {
        quote = nil
      } else if quote == nil, byte == 0x22 || byte == 0x27 {
        quote = byte
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
