/// Questions about the bytes of a text.
enum TextBytes {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// The value of a digit in any base up to 36.
  static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x5A: Int(byte) - 0x41 + 10
    case 0x61...0x7A: Int(byte) - 0x61 + 10
    default: nil
    }
  }

  /// How many bytes the character at a place has; a byte that is no UTF-8 is a character of its own.
  static func length(at index: Int, in bytes: [UInt8]) -> Int {
    let first = bytes[index]
    guard first >= 0xC2 else { return 1 }
    let wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + wanted <= bytes.count else { return 1 }
    for next in (index + 1)..<(index + wanted) where bytes[next] & 0xC0 != 0x80 { return 1 }
    return wanted
  }

  /// Whether all bytes are UTF-8.
  static func isValid(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// Where a text stands in another from a place on.
  static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first else { return start <= bytes.count ? start : nil }
    var index = start
    while index + needle.count <= bytes.count {
      if bytes[index] == first, bytes[index..<index + needle.count].elementsEqual(needle) { return index }
      index += 1
    }
    return nil
  }

  /// Where a text stands in another for the last time, at a place or before it.
  static func findLast(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var index = min(start, bytes.count - needle.count)
    while index >= 0 {
      if bytes[index..<index + needle.count].elementsEqual(needle) { return index }
      index -= 1
    }
    return nil
  }
}

/// Where the characters of a text lie.
struct CharacterTable {
  let bytes: [UInt8]
  /// The bounds of the characters; nil where each is one byte.
  private let bounds: [Int]?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      bounds = nil
      return
    }
    var bounds = [0]
    var index = 0
    while index < bytes.count {
      index += TextBytes.length(at: index, in: bytes)
      bounds.append(index)
    }
    self.bounds = bounds
  }

  var count: Int { bounds.map { $0.count - 1 } ?? bytes.count }

  /// Where a character begins; the count of characters is the end.
  func offset(of character: Int) -> Int { bounds?[character] ?? character }

  func bytes(of characters: Range<Int>) -> Range<Int> {
    offset(of: characters.lowerBound)..<offset(of: characters.upperBound)
  }

  /// The character that begins at a byte, or the next one.
  func character(at offset: Int) -> Int {
    guard let bounds else { return offset }
    var low = 0
    var high = bounds.count - 1
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The characters one by one.
  var characters: [[UInt8]] {
    (0..<count).map { Array(bytes[offset(of: $0)..<offset(of: $0 + 1)]) }
  }
}
