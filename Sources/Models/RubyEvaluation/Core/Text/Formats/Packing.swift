import Source

/// `Array#pack` and `String#unpack`, as far as they make and read bytes and text.
enum Packing {
  /// The directives of a format: a letter and how often, nil for `*`.
  private static func directives(_ format: [UInt8]) -> [(letter: UInt8, count: Int?)]? {
    var result: [(UInt8, Int?)] = []
    var index = 0
    while index < format.count {
      let letter = format[index]
      index += 1
      if TextBytes.isSpace(letter) { continue }
      guard TextBytes.isLetter(letter) else { return nil }
      if index < format.count, format[index] == UInt8(ascii: "*") {
        index += 1
        result.append((letter, nil))
        continue
      }
      var count: Int?
      while index < format.count, TextBytes.isDigit(format[index]) {
        count = min(1 << 20, (count ?? 0) * 10 + Int(format[index]) - 0x30)
        index += 1
      }
      result.append((letter, count ?? 1))
    }
    return result
  }

  /// Bytes of values; `unknown` for formats that are not followed.
  static func pack(_ array: RubyArray, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    let unfollowed = call.unknown("such a format is not followed")
    guard let directives = directives(try call.string(0).bytes) else { return unfollowed }
    var values = array.elements[...]
    var result: [UInt8] = []
    for (letter, count) in directives {
      switch letter {
      case UInt8(ascii: "a"), UInt8(ascii: "A"), UInt8(ascii: "m"), UInt8(ascii: "H"):
        guard case .string(let string)? = values.popFirst() else { return unfollowed }
        try call.reserve(string.bytes.count * 2 + (count ?? 0))
        guard let made = text(string.bytes, letter, count) else { return unfollowed }
        result += made
      case UInt8(ascii: "C"), UInt8(ascii: "c"), UInt8(ascii: "U"):
        for _ in 0..<(count ?? values.count) {
          guard case .integer(let number)? = values.popFirst() else { return unfollowed }
          if letter == UInt8(ascii: "U") {
            guard let scalar = Unicode.Scalar(UInt32(clamping: number)) else { return unfollowed }
            result += String(scalar).utf8
          } else {
            result.append(UInt8(truncatingIfNeeded: number))
          }
        }
      default: return unfollowed
      }
    }
    return call.make(result)
  }

  private static func text(_ bytes: [UInt8], _ letter: UInt8, _ count: Int?) -> [UInt8]? {
    switch letter {
    case UInt8(ascii: "m"):
      let encoded = Base64.encoded(bytes)
      guard count != 0 else { return encoded }
      var lines: [UInt8] = []
      for start in stride(from: 0, to: encoded.count, by: 60) {
        lines += encoded[start..<min(start + 60, encoded.count)] + [0x0A]
      }
      return lines
    case UInt8(ascii: "H"):
      guard count == nil, bytes.count.isMultiple(of: 2) else { return nil }
      let digits = bytes.compactMap { TextBytes.digit($0) }
      guard digits.count == bytes.count, digits.allSatisfy({ $0 < 16 }) else { return nil }
      return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    default:
      let width = count ?? bytes.count
      let filler: UInt8 = letter == UInt8(ascii: "a") ? 0 : 0x20
      return Array(bytes.prefix(width)) + [UInt8](repeating: filler, count: max(0, width - bytes.count))
    }
  }

  /// Values of bytes; nil for formats that are not followed.
  static func unpack(_ string: RubyString, _ call: CoreCall) throws(Unwinding) -> [RubyValue]? {
    guard let directives = directives(try call.string(0).bytes) else { return nil }
    var rest = string.bytes[...]
    var result: [RubyValue] = []
    try call.reserve(rest.count * 2)
    for (letter, count) in directives {
      switch letter {
      case UInt8(ascii: "C"), UInt8(ascii: "c"):
        try call.reserve(elements: count ?? rest.count)
        for _ in 0..<(count ?? rest.count) {
          let byte = rest.popFirst()
          let isSigned = letter == UInt8(ascii: "c")
          result.append(byte.map { .integer(isSigned ? Int(Int8(bitPattern: $0)) : Int($0)) } ?? .nil)
        }
      case UInt8(ascii: "U"):
        let scalars = String(decoding: rest, as: UTF8.self).unicodeScalars.prefix(count ?? .max)
        result += scalars.map { .integer(Int($0.value)) }
        rest = rest.dropFirst(scalars.reduce(0) { $0 + String($1).utf8.count })
      case UInt8(ascii: "a"), UInt8(ascii: "A"):
        let taken = rest.prefix(count ?? rest.count)
        rest = rest.dropFirst(taken.count)
        let isTrimmed = letter == UInt8(ascii: "A")
        let kept =
          isTrimmed ? taken[...(taken.lastIndex { $0 != 0x20 && $0 != 0 } ?? taken.startIndex - 1)] : taken
        result.append(call.make(Array(kept)))
      case UInt8(ascii: "m"):
        guard let decoded = Base64.decoded(Array(rest)) else { return nil }
        result.append(call.make(decoded))
        rest = []
      case UInt8(ascii: "H"):
        guard count == nil else { return nil }
        result.append(call.make(rest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()))
        rest = []
      case UInt8(ascii: "b"), UInt8(ascii: "B"):
        guard count == nil else { return nil }
        let bits = rest.map { byte in
          let digits = String(byte, radix: 2)
          let whole = String(repeating: "0", count: 8 - digits.utf8.count) + digits
          return letter == UInt8(ascii: "B") ? whole : String(whole.reversed())
        }
        result.append(call.make(bits.joined()))
        rest = []
      default: return nil
      }
    }
    return result
  }
}
