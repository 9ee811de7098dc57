import Source

/// A document as libyaml gets it: without a byte order mark, and with bytes that it would refuse replaced.
///
/// Replacing a bad byte by `_` keeps every offset, so that one stray byte does not hide the rest of the file. This is
/// also the one place where libyaml's marks, which count code points, become offsets in bytes.
struct YAMLBytes {
  /// The bytes after the byte order mark.
  let bytes: [UInt8]
  /// The length of the byte order mark.
  let base: Int
  private let isASCII: Bool
  /// The offset of each `stride`th code point.
  private let checkpoints: [Int]

  private static let stride = 128

  /// Makes a document fit for libyaml; what was replaced is a fault.
  init(_ text: DerivedText, _ faults: inout SyntaxFaults) {
    base = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var bytes = base == 0 ? text.bytes : Array(text.bytes[base...])
    if bytes.contains(where: Self.isSuspicious) {
      for range in Self.mendEncoding(of: &bytes) {
        faults.add(
          "these bytes are not UTF-8", at: ByteRange(range.start + base, range.end + base),
          help: "save the file as UTF-8")
      }
      for range in Self.mendControls(of: &bytes) {
        faults.add(
          "YAML forbids this control character", at: ByteRange(range.start + base, range.end + base),
          help: "remove it, or write it as an escape in double quotes")
      }
    }
    self.bytes = bytes
    isASCII = bytes.allSatisfy { $0 < 0x80 }
    checkpoints = isASCII ? [] : Self.checkpoints(of: bytes)
  }

  /// The offset in the text of the code point that a mark of libyaml counts to.
  func offset(ofCodePoint index: Int) -> Int {
    guard !isASCII else { return base + min(index, bytes.count) }
    let checkpoint = min(index / Self.stride, checkpoints.count - 1)
    var offset = checkpoints[checkpoint]
    var left = index - checkpoint * Self.stride
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return base + offset
  }

  private static func checkpoints(of bytes: [UInt8]) -> [Int] {
    var found: [Int] = []
    var count = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if count % stride == 0 { found.append(offset) }
      count += 1
    }
    return found.isEmpty ? [0] : found
  }

  private static func isSuspicious(_ byte: UInt8) -> Bool {
    byte >= 0x7F || byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  /// Replaces what is not UTF-8; gives the first places. Of a file with many, no byte beyond ASCII is kept.
  private static func mendEncoding(of bytes: inout [UInt8]) -> [ByteRange] {
    let ranges = Encoding.invalidRanges(in: bytes, limit: SyntaxFaults.limit)
    for range in ranges { replace(range, in: &bytes) }
    if ranges.count == SyntaxFaults.limit, let last = ranges.last {
      for index in last.end..<bytes.count where bytes[index] >= 0x80 { bytes[index] = UInt8(ascii: "_") }
    }
    return ranges
  }

  /// Replaces the characters that YAML's `c-printable` leaves out, in bytes that are UTF-8; gives the first places.
  private static func mendControls(of bytes: inout [UInt8]) -> [ByteRange] {
    var found: [ByteRange] = []
    for offset in bytes.indices where isSuspicious(bytes[offset]) {
      let length = lengthOfForbidden(in: bytes, at: offset)
      guard length > 0 else { continue }
      let range = ByteRange(offset, offset + length)
      replace(range, in: &bytes)
      if found.count < SyntaxFaults.limit { found.append(range) }
    }
    return found
  }

  /// How many bytes the forbidden character at an offset has; 0 where there is none.
  private static func lengthOfForbidden(in bytes: [UInt8], at offset: Int) -> Int {
    switch bytes[offset] {
    case 0..<0x80: 1
    case 0xC2: (0x80...0x9F).contains(bytes[offset + 1]) && bytes[offset + 1] != 0x85 ? 2 : 0
    case 0xEF: bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE ? 3 : 0
    default: 0
    }
  }

  private static func replace(_ range: ByteRange, in bytes: inout [UInt8]) {
    for index in range.indices { bytes[index] = UInt8(ascii: "_") }
  }
}
