/// Base64 with its filling (RFC 4648) as Go's `base64.StdEncoding` reads it: strictly, and telling where it stops.
struct StrictBase64 {
  /// Where the text is wrong, as Go counts it.
  struct Fault: Error {
    let place: Int

    /// What Go says of it.
    var message: String { "illegal base64 data at input byte \(place)" }
  }

  private let text: [UInt8]
  private var place = 0
  private var decoded: [UInt8] = []

  static func decoded(_ text: [UInt8]) throws(Fault) -> [UInt8] {
    var reading = StrictBase64(text: text)
    while try reading.readGroup() {}
    return reading.decoded
  }

  private init(text: [UInt8]) { self.text = text }

  /// Reads four letters; false at the end of the text.
  private mutating func readGroup() throws(Fault) -> Bool {
    var bits: UInt32 = 0
    for count in 0..<4 {
      skipLineEnds()
      guard place < text.count else {
        if count == 0 { return false }
        throw Fault(place: place - count)
      }
      let byte = text[place]
      place += 1
      if byte == Self.filling {
        try readEnd(after: count)
        append(bits << UInt32(6 * (4 - count)), letters: count)
        return false
      }
      guard let value = Self.value(of: byte) else { throw Fault(place: place - 1) }
      bits = bits << 6 | value
    }
    append(bits, letters: 4)
    return true
  }

  /// Reads what stands after the first mark of filling: the second one where it is due, and nothing more.
  private mutating func readEnd(after count: Int) throws(Fault) {
    guard count > 1 else { throw Fault(place: place - 1) }
    if count == 2 {
      skipLineEnds()
      guard place < text.count else { throw Fault(place: text.count) }
      guard text[place] == Self.filling else { throw Fault(place: place - 1) }
      place += 1
    }
    skipLineEnds()
    guard place == text.count else { throw Fault(place: place) }
  }

  private mutating func skipLineEnds() {
    while place < text.count, text[place] == 0x0A || text[place] == 0x0D { place += 1 }
  }

  private mutating func append(_ bits: UInt32, letters count: Int) {
    let bytes = [UInt8(bits >> 16 & 255), UInt8(bits >> 8 & 255), UInt8(bits & 255)]
    decoded += bytes.prefix(max(0, count - 1))
  }

  private static let filling = UInt8(ascii: "=")

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x61 + 26
    case 0x30...0x39: UInt32(byte) - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
