/// The digits of a fraction, with the place of the point among them.
struct GoDecimal {
  var isNegative: Bool
  var digits: [UInt8]
  /// How many digits stand before the point; negative where zeros follow it first.
  var point: Int

  /// The fewest digits that read back as the same number; nil for what is no number or has no end.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    isNegative = number.sign == .minus
    var mantissa: [UInt8] = []
    var exponent = 0
    var fraction: Int?
    let text = Array(abs(number).description.utf8)
    let mark = text.firstIndex { $0 == UInt8(ascii: "e") } ?? text.count
    for byte in text[..<mark] {
      if byte == UInt8(ascii: ".") { fraction = mantissa.count } else { mantissa.append(byte) }
    }
    if mark < text.count {
      exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)) ?? 0
    }
    point = (fraction ?? mantissa.count) + exponent
    digits = mantissa
    trim()
  }

  /// All the digits that a number has: rounded by fewer of them, some go the wrong way. nil as above.
  init?(allOf number: Double) {
    guard number.isFinite else { return nil }
    isNegative = number.sign == .minus
    let isNormal = number.exponentBitPattern > 0
    let significand = number.significandBitPattern | (isNormal ? 1 << 52 : 0)
    // A whole number times a power of two; where that is a part, times one of five, and so many places behind the point.
    let power = max(Int(number.exponentBitPattern), 1) - 1075
    var groups = [significand % Self.group, significand / Self.group]
    var left = significand == 0 ? 0 : abs(power)
    while left > 0 {
      let step = min(left, Self.stepLimit)
      let factor = (0..<step).reduce(UInt64(1)) { product, _ in product * (power < 0 ? 5 : 2) }
      var carry: UInt64 = 0
      for index in groups.indices {
        (carry, groups[index]) = (groups[index] * factor + carry).quotientAndRemainder(
          dividingBy: Self.group)
      }
      if carry > 0 { groups.append(carry) }
      left -= step
    }
    digits = groups.reversed().flatMap { group in
      let text = String(group)
      return [UInt8](repeating: 0x30, count: Self.groupDigits - text.utf8.count) + Array(text.utf8)
    }
    point = digits.count + min(power, 0)
    trim()
  }

  /// Digits are counted with in groups of so many, and powers of so many at once: that fits 64 bits.
  private static let groupDigits = 9
  private static let group: UInt64 = 1_000_000_000
  private static let stepLimit = 12

  /// Takes off the zeros at both ends.
  private mutating func trim() {
    let zeros = digits.prefix { $0 == 0x30 }.count
    digits.removeFirst(zeros)
    point -= zeros
    while digits.last == 0x30 { digits.removeLast() }
    if digits.isEmpty { point = 1 }
  }

  private var sign: String { isNegative ? "-" : "" }

  var plain: String {
    if digits.isEmpty { return sign + "0" }
    let text = String(decoding: digits, as: UTF8.self)
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + text }
    if point >= digits.count {
      return sign + text + String(repeating: "0", count: point - digits.count)
    }
    return sign + text.prefix(point) + "." + text.dropFirst(point)
  }

  func scientific(leastExponentDigits: Int) -> String {
    let text = String(decoding: digits, as: UTF8.self)
    let exponent = String(abs(point - 1))
    let filled =
      String(repeating: "0", count: max(0, leastExponentDigits - exponent.count)) + exponent
    return sign + text.prefix(1) + (digits.count > 1 ? "." + text.dropFirst() : "")
      + (point < 1 ? "e-" : "e+") + filled
  }

  func rounded(places: Int) -> GoDecimal {
    let kept = point + places
    guard kept < digits.count else { return self }
    var result = self
    guard kept >= 0 else {
      result.digits = []
      result.point = 1
      return result
    }
    let rest = digits[kept...]
    let isTie = rest.first == 0x35 && rest.count == 1
    let raises =
      isTie ? kept > 0 && digits[kept - 1] % 2 == 1 : rest.first.map { $0 >= 0x35 } ?? false
    result.digits = Array(digits[..<kept])
    if raises { result.raise() }
    while result.digits.last == 0x30 { result.digits.removeLast() }
    if result.digits.isEmpty { result.point = 1 }
    return result
  }

  private mutating func raise() {
    var place = digits.count - 1
    while place >= 0, digits[place] == 0x39 {
      digits[place] = 0x30
      place -= 1
    }
    if place >= 0 {
      digits[place] += 1
    } else {
      digits.insert(0x31, at: 0)
      point += 1
    }
  }

  /// With exactly so many digits behind the point.
  func padded(places: Int) -> String {
    let text = plain
    guard places > 0 else { return text }
    let written =
      text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    return text + (written == 0 ? "." : "")
      + String(repeating: "0", count: max(0, places - written))
  }
}
