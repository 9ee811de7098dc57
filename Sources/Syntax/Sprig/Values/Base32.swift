/// Base32 (RFC 4648) with its filling.
enum Base32 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  static func encoded(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 5) {
      let group = bytes[start..<min(start + 5, bytes.count)]
      var bits: UInt64 = 0
      for byte in group { bits = bits << 8 | UInt64(byte) }
      bits <<= UInt64(8 * (5 - group.count))
      let used = (group.count * 8 + 4) / 5
      for index in 0..<8 {
        text.append(index < used ? letters[Int(bits >> UInt64(35 - 5 * index) & 31)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// nil where a letter is none.
  static func decoded(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (bits, count) = (0, 0)
    for letter in text.utf8.filter({ $0 != UInt8(ascii: "=") && $0 != 0x0A && $0 != 0x0D }) {
      guard let value = letters.firstIndex(of: letter) else { return nil }
      bits = (bits << 5 | value) & 0xFFFF
      count += 5
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 255))
      }
    }
    return bytes
  }
}
