/// The fields of one 512-byte header, as they are written.
struct TarHeader {
  static let blockSize = 512

  private let block: [UInt8]

  init(_ block: [UInt8]) {
    precondition(block.count == Self.blockSize, "a header is one block")
    self.block = block
  }

  var isZero: Bool { block.allSatisfy { $0 == 0 } }
  var typeFlag: UInt8 { block[156] }
  var isGNU: Bool { block[257..<265].elementsEqual("ustar  \0".utf8) }
  var link: [UInt8] { text(157..<257) }
  /// The name, with the prefix that only POSIX headers have.
  var name: [UInt8] {
    let name = text(0..<100)
    guard block[257..<263].elementsEqual([0x75, 0x73, 0x74, 0x61, 0x72, 0]) else { return name }
    let prefix = text(345..<500)
    return prefix.isEmpty ? name : prefix + [0x2F] + name
  }

  /// Whether the sum over the header is right, with signed or unsigned bytes: both are in the world.
  var hasRightChecksum: Bool {
    let field = 148..<156
    guard let written = number(field) else { return false }
    // The field itself counts as blanks.
    let blanks = field.count * 0x20
    let (all, negative) = Self.sums(block[...])
    let (own, ownNegative) = Self.sums(block[field])
    let unsigned = all - own + blanks
    return written == unsigned || written == unsigned - 256 * (negative - ownNegative)
  }

  var mode: Int? { number(100..<108) }
  var owner: Int? { number(108..<116) }
  var group: Int? { number(116..<124) }
  var size: Int? { number(124..<136) }
  var modified: Int? { number(136..<148) }
  var major: Int? { number(329..<337) }
  var minor: Int? { number(337..<345) }

  func byte(_ place: Int) -> UInt8 { block[place] }

  /// The sum of bytes, and how many of them are negative where they have a sign.
  private static func sums(_ bytes: ArraySlice<UInt8>) -> (all: Int, negative: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      var all: UInt32 = 0
      var negative: UInt32 = 0
      for byte in bytes {
        all &+= UInt32(byte)
        negative &+= UInt32(byte >> 7)
      }
      return (Int(all), Int(negative))
    }
  }

  private func text(_ range: Range<Int>) -> [UInt8] { Array(block[range].prefix { $0 != 0 }) }

  /// An octal number, or GNU's base 256 where the first bit is set; nil for anything else or too large a one.
  func number(_ range: Range<Int>) -> Int? {
    let field = block[range]
    if let first = field.first, first & 0x80 != 0 { return Self.base256(field) }
    let digits = field.drop { $0 == 0x20 || $0 == 0 }.prefix { $0 != 0x20 && $0 != 0 }
    var value = 0
    for digit in digits {
      guard (0x30...0x37).contains(digit) else { return nil }
      value = value << 3 | Int(digit - 0x30)
    }
    return value
  }

  /// A big-endian number in two's complement; its top bit is the mark, the next its sign.
  private static func base256(_ field: ArraySlice<UInt8>) -> Int? {
    let isNegative = (field.first ?? 0) & 0x40 != 0
    var value = isNegative ? -1 : 0
    for (index, byte) in field.enumerated() {
      let byte = index == 0 ? (isNegative ? byte | 0x80 : byte & 0x7F) : byte
      let (high, overflows) = value.multipliedReportingOverflow(by: 256)
      if overflows { return nil }
      value = high | Int(byte)
    }
    return value
  }
}
