import Source

/// Finds actions that begin with a dot, as Packer does before it renders a variable: `{{`, at most one blank, a dot,
/// anything on the same line, `}}`.
enum FieldActionSearch {
  static func ranges(in bytes: [UInt8]) -> [ByteRange] {
    var found: [ByteRange] = []
    var offset = 0
    while let start = bytes.firstIndex(of: 0x7B, from: offset) {
      if let end = end(ofActionAt: start, in: bytes) {
        found.append(ByteRange(start, end))
        offset = end
      } else {
        offset = start + 1
      }
    }
    return found
  }

  private static func end(ofActionAt start: Int, in bytes: [UInt8]) -> Int? {
    guard start + 2 < bytes.count, bytes[start + 1] == 0x7B else { return nil }
    var offset = start + 2
    if bytes[offset].isTemplateSpace { offset += 1 }
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ".") else { return nil }
    while offset + 1 < bytes.count {
      if bytes[offset] == 0x7D, bytes[offset + 1] == 0x7D { return offset + 2 }
      let closesNext = offset + 2 < bytes.count && bytes[offset + 1] == 0x7D && bytes[offset + 2] == 0x7D
      // One blank of any kind may stand before the closing braces, even an end of line.
      if bytes[offset] == 0x0A, !closesNext { return nil }
      offset += 1
    }
    return nil
  }
}

extension [UInt8] {
  /// The first index of a byte at or after an offset.
  func firstIndex(of byte: UInt8, from offset: Int) -> Int? {
    offset < count ? self[offset...].firstIndex(of: byte) : nil
  }
}

extension UInt8 {
  /// A blank, tab, carriage return or line feed.
  var isTemplateSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }
  var isTemplateDigit: Bool { 0x30 <= self && self <= 0x39 }
  /// A letter, digit or underscore; every byte beyond ASCII counts as a letter.
  var isTemplateWord: Bool {
    isTemplateDigit || self == 0x5F || 0x41...0x5A ~= self || 0x61...0x7A ~= self || self >= 0x80
  }
}
