/// Cuts a text into Dockerfile instructions, and these into words, quotes and escapes kept as they are written.
enum InstructionWords {
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// The instructions of a text: lines that a backslash at their end joins, without comments and empty lines.
  static func instructions(in text: String) -> [[UInt8]] {
    var instructions: [[UInt8]] = []
    var open: [UInt8] = []
    var goesOn = false
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var bytes = Array(trimmed(Array(line)[...]))
      if bytes.isEmpty || bytes.first == UInt8(ascii: "#") { continue }
      // Blanks at the start of a line that goes on another one are part of it.
      if goesOn { bytes = line.prefix(while: isBlank) + bytes }
      goesOn = bytes.last == 0x5C
      if goesOn { bytes.removeLast() }
      open += bytes
      if goesOn { continue }
      instructions.append(Array(trimmed(open[...])))
      open = []
    }
    if !open.isEmpty { instructions.append(Array(trimmed(open[...]))) }
    return instructions
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
