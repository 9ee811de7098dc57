/// What `String#succ` gives.
enum Succession {
  /// The next text.
  static func next(_ bytes: [UInt8]) -> [UInt8] {
    guard !bytes.isEmpty else { return [] }
    var result = bytes
    if let last = result.last, last >= 0x80 { return nextScalar(result) }
    guard result.contains(where: isAlphanumeric) else { return nextPlain(result) }
    guard var index = result.lastIndex(where: isAlphanumeric) else { return result }
    while true {
      let byte = result[index]
      if let next = following(byte) {
        result[index] = next
        return result
      }
      let (start, carried) = wrapped(byte)
      result[index] = start
      guard let before = neighbour(before: index, in: result) else {
        result.insert(carried, at: index)
        return result
      }
      index = before
    }
  }

  /// The letter or digit that takes the carry: others between two of them are passed over, but not between a letter
  /// and what has none of its kind before it.
  private static func neighbour(before index: Int, in bytes: [UInt8]) -> Int? {
    guard let found = bytes[..<index].lastIndex(where: isAlphanumeric) else { return nil }
    if found + 1 == index { return found }
    // A gap: a digit carries to a letter over it only where nothing else would ("1.9" to "2.0", "a-9" to "b-0").
    return TextBytes.isDigit(bytes[index]) && !TextBytes.isDigit(bytes[found]) ? nil : found
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    TextBytes.isLetter(byte) || TextBytes.isDigit(byte)
  }

  private static func following(_ byte: UInt8) -> UInt8? {
    [UInt8(ascii: "z"), UInt8(ascii: "Z"), UInt8(ascii: "9")].contains(byte) ? nil : byte + 1
  }

  private static func wrapped(_ byte: UInt8) -> (start: UInt8, carried: UInt8) {
    switch byte {
    case UInt8(ascii: "z"): (UInt8(ascii: "a"), UInt8(ascii: "a"))
    case UInt8(ascii: "Z"): (UInt8(ascii: "A"), UInt8(ascii: "A"))
    default: (UInt8(ascii: "0"), UInt8(ascii: "1"))
    }
  }

  /// The text with the next character at its end, beyond ASCII.
  private static func nextScalar(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let last = text.unicodeScalars.last, let next = Unicode.Scalar(last.value + 1) else { return bytes }
    return Array(text.unicodeScalars.dropLast().map { String($0) }.joined().utf8) + Array(String(next).utf8)
  }

  private static func nextPlain(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for index in result.indices.reversed() {
      if result[index] < 0x7F {
        result[index] += 1
        return result
      }
      result[index] = 0
    }
    return [1] + result
  }

  /// The texts from one to another.
  static func strings(
    from low: [UInt8], to high: [UInt8], isExclusive: Bool, _ call: CoreCall
  ) throws(Unwinding) -> [[UInt8]] {
    if let numbers = try digits(from: low, to: high, isExclusive: isExclusive, call) { return numbers }
    var result: [[UInt8]] = []
    if CoreCall.order(of: low, high) > 0 { return [] }
    var current = low
    while current.count <= high.count {
      if current == high {
        if !isExclusive { result.append(current) }
        break
      }
      try call.reserve(current.count + 1)
      result.append(current)
      current = next(current)
    }
    return result
  }

  /// Where both are digits Ruby counts, whatever the length of the first.
  private static func digits(
    from low: [UInt8], to high: [UInt8], isExclusive: Bool, _ call: CoreCall
  ) throws(Unwinding) -> [[UInt8]]? {
    guard !low.isEmpty, !high.isEmpty, low.allSatisfy(TextBytes.isDigit), high.allSatisfy(TextBytes.isDigit),
      let first = Int(String(decoding: low, as: UTF8.self)),
      let last = Int(String(decoding: high, as: UTF8.self))
    else { return nil }
    var result: [[UInt8]] = []
    var number = first
    while isExclusive ? number < last : number <= last {
      let text = Array(String(number).utf8)
      try call.reserve(max(low.count, text.count) + 1)
      result.append([UInt8](repeating: 0x30, count: max(0, low.count - text.count)) + text)
      number += 1
    }
    return result
  }
}
