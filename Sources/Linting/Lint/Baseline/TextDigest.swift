import Source

/// A short digest of texts (FNV-1a of 64 bits); runs of blanks count as one, so that indenting changes nothing.
struct TextDigest {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Takes in a text and its end.
  mutating func add(_ bytes: ArraySlice<UInt8>) {
    var isBlank = false
    for byte in bytes {
      let isBlankToo = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isBlankToo || !isBlank { take(isBlankToo ? 0x20 : byte) }
      isBlank = isBlankToo
    }
    take(0)
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func take(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
