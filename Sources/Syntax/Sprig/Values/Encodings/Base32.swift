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

  /// Where a text is wrong, as Go counts it.
  struct Fault: Error {
    let place: Int

    /// What Go says of it.
    var message: String { "illegal base32 data at input byte \(place)" }
  }

  /// The bytes of a text, read as strictly as Go's `base32.StdEncoding` does; ends of lines are passed over.
  static func decoded(_ text: String) throws(Fault) -> [UInt8] {
    let text = text.utf8.filter { $0 != 0x0A && $0 != 0x0D }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: text.count, by: 8) {
      let group = Array(text[start..<min(start + 8, text.count)])
      let isLast = start + 8 >= text.count
      var bits: UInt64 = 0
      var count = 0
      while count < 8 {
        guard count < group.count else { throw Fault(place: text.count - count) }
        if group[count] == filling, count >= 2, isLast {
          try checkEnd(of: group, after: count, from: start)
          break
        }
        guard let value = letters.firstIndex(of: group[count]) else { throw Fault(place: start + count) }
        bits = bits << 5 | UInt64(value)
        count += 1
      }
      bits <<= UInt64(5 * (8 - count))
      for place in 0..<(count * 5 / 8) { bytes.append(UInt8(bits >> UInt64(32 - 8 * place) & 255)) }
    }
    return bytes
  }

  /// The last group must be filled up, with nothing but marks of filling, after as many letters as whole bytes make.
  private static func checkEnd(of group: [UInt8], after count: Int, from start: Int) throws(Fault) {
    guard group.count == 8 else { throw Fault(place: start + group.count) }
    if let other = group[count...].firstIndex(where: { $0 != filling }) {
      throw Fault(place: start + other - 1)
    }
    guard ![1, 3, 6].contains(count) else { throw Fault(place: start + count) }
  }

  private static let filling = UInt8(ascii: "=")
}
