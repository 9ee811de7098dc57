/// A decimal number of any length: Sprig counts with such where Go's own fractions would not be exact.
struct ExactNumber {
  /// How many digits a number may have, so that a template ends.
  private static let sizeLimit = 4_000
  /// How many places a quotient gets.
  private static let quotientPlaces = 16

  private var isNegative = false
  /// Those of a whole number, the last one first, without zeros at the other end.
  private var digits: [UInt8]
  /// The power of ten that the whole number is multiplied by.
  private var exponent: Int

  /// The fewest digits that read back as the same number; nil for what is no number or has no end.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    isNegative = number < 0
    let parts = number.magnitude.description.split(separator: "e")
    let places = parts[0].split(separator: ".")
    let fraction = places.count > 1 ? places[1] : ""
    digits = (places[0] + fraction).utf8.reversed().map { $0 - 0x30 }
    exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.utf8.count
    trim()
  }

  private init(isNegative: Bool, _ digits: [UInt8], exponent: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.exponent = exponent
    trim()
  }

  /// The nearest fraction.
  var fraction: Double {
    let text = String(decoding: digits.reversed().map { $0 + 0x30 }, as: UTF8.self)
    return Double("\(isNegative ? "-" : "")\(text.isEmpty ? "0" : text)e\(exponent)") ?? 0
  }

  var isZero: Bool { digits.isEmpty }

  var negated: ExactNumber { ExactNumber(isNegative: !isNegative, digits, exponent: exponent) }

  /// The sum; nil where it is too long.
  func adding(_ other: ExactNumber) -> ExactNumber? {
    if isZero || other.isZero { return isZero ? other : self }
    let least = min(exponent, other.exponent)
    guard
      max(digits.count + exponent, other.digits.count + other.exponent) - least <= Self.sizeLimit
    else {
      return nil
    }
    let (a, b) = (shifted(to: least), other.shifted(to: least))
    if isNegative == other.isNegative {
      return ExactNumber(isNegative: isNegative, Self.sum(a, b), exponent: least)
    }
    return Self.isLess(a, b)
      ? ExactNumber(isNegative: other.isNegative, Self.difference(b, a), exponent: least)
      : ExactNumber(isNegative: isNegative, Self.difference(a, b), exponent: least)
  }

  /// The product; nil where it is too long.
  func multiplied(by other: ExactNumber) -> ExactNumber? {
    guard digits.count + other.digits.count <= Self.sizeLimit else { return nil }
    var product = [Int](repeating: 0, count: digits.count + other.digits.count)
    for (place, a) in digits.enumerated() {
      for (next, b) in other.digits.enumerated() { product[place + next] += Int(a) * Int(b) }
    }
    var carry = 0
    let single = product.map { digit in
      let whole = digit + carry
      carry = whole / 10
      return UInt8(whole % 10)
    }
    return ExactNumber(
      isNegative: isNegative != other.isNegative, single, exponent: exponent + other.exponent)
  }

  /// The quotient, rounded to sixteen places, a half away from nought; nil where it is too long. `other` is not nought.
  func divided(by other: ExactNumber) -> ExactNumber? {
    let places = exponent - other.exponent + Self.quotientPlaces
    guard digits.count + other.digits.count + abs(places) <= Self.sizeLimit else { return nil }
    let dividend = [UInt8](repeating: 0, count: max(0, places)) + digits
    let divisor = [UInt8](repeating: 0, count: max(0, -places)) + other.digits
    var quotient: [UInt8] = []
    var rest: [UInt8] = []
    for digit in dividend.reversed() {
      rest = Self.trimmed([digit] + rest)
      var count: UInt8 = 0
      while !Self.isLess(rest, divisor) {
        rest = Self.trimmed(Self.difference(rest, divisor))
        count += 1
      }
      quotient.append(count)
    }
    let whole = Self.trimmed(quotient.reversed())
    let isUp = !Self.isLess(Self.trimmed(Self.sum(rest, rest)), divisor)
    return ExactNumber(
      isNegative: isNegative != other.isNegative, isUp ? Self.sum(whole, [1]) : whole,
      exponent: -Self.quotientPlaces)
  }

  /// Takes off zeros at both ends.
  private mutating func trim() {
    digits = Self.trimmed(digits)
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent = digits.isEmpty ? 0 : exponent + zeros
    if digits.isEmpty { isNegative = false }
  }

  private func shifted(to least: Int) -> [UInt8] {
    [UInt8](repeating: 0, count: exponent - least) + digits
  }

  private static func trimmed(_ digits: [UInt8]) -> [UInt8] {
    Array(digits[..<((digits.lastIndex { $0 != 0 } ?? -1) + 1)])
  }

  private static func isLess(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count != b.count ? a.count < b.count : a.reversed().lexicographicallyPrecedes(b.reversed())
  }

  private static func sum(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var carry: UInt8 = 0
    return (0...max(a.count, b.count)).map { place in
      let whole = (place < a.count ? a[place] : 0) + (place < b.count ? b[place] : 0) + carry
      carry = whole / 10
      return whole % 10
    }
  }

  /// The first less the second, which is not greater.
  private static func difference(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var isBorrowed = false
    return a.enumerated().map { place, digit in
      let taken = (place < b.count ? b[place] : 0) + (isBorrowed ? 1 : 0)
      isBorrowed = digit < taken
      return isBorrowed ? digit + 10 - taken : digit - taken
    }
  }
}
