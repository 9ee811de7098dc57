/// A whole number as Go reads it (`strconv.ParseInt` into 64 bits).
package struct GoInteger: Sendable, Hashable {
  /// The number; where it is out of range, the nearest that is not.
  package let value: Int
  package let isInRange: Bool

  /// Reads `12`, `-0x1F`, `0755`, `0o755`, `0b11` and `1_000`, as Go's literals and YAML have them; nil for anything else.
  package init?(_ text: some StringProtocol) {
    var digits = Array(text.utf8)[...]
    let isNegative = Self.takeSign(&digits)
    var radix = 10
    var hasPrefix = false
    if digits.first == UInt8(ascii: "0"), digits.count > 1 {
      hasPrefix = true
      switch digits[digits.startIndex + 1] | 0x20 {
      case UInt8(ascii: "x"): (radix, digits) = (16, digits.dropFirst(2))
      case UInt8(ascii: "o"): (radix, digits) = (8, digits.dropFirst(2))
      case UInt8(ascii: "b"): (radix, digits) = (2, digits.dropFirst(2))
      default: (radix, digits) = (8, digits.dropFirst())
      }
    }
    // A line may stand between two digits, or between the prefix and a digit.
    let groups = digits.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard groups.dropFirst(hasPrefix ? 1 : 0).allSatisfy({ !$0.isEmpty }), let last = groups.last,
      !last.isEmpty
    else { return nil }
    self.init(digits: groups.joined(), radix: radix, isNegative: isNegative)
  }

  /// Reads digits of a radix with or without a sign in front; nil for anything else.
  package init?(_ text: some StringProtocol, radix: Int) {
    var digits = Array(text.utf8)[...]
    let isNegative = Self.takeSign(&digits)
    self.init(digits: digits, radix: radix, isNegative: isNegative)
  }

  /// What Go's conversion of a fraction comes to on its usual machines: one that is out of range is the least number.
  package init(truncating number: Double) {
    let whole = Int(exactly: number.rounded(.towardZero))
    value = whole ?? .min
    isInRange = whole != nil
  }

  private init?(digits: some Sequence<UInt8>, radix: Int, isNegative: Bool) {
    var magnitude: UInt = 0
    var isTooLarge = false
    var isEmpty = true
    for digit in digits {
      guard let value = Self.value(of: digit), value < radix else { return nil }
      isEmpty = false
      let (product, overflows) = magnitude.multipliedReportingOverflow(by: UInt(radix))
      let (sum, overflowsToo) = product.addingReportingOverflow(UInt(value))
      isTooLarge = isTooLarge || overflows || overflowsToo
      magnitude = sum
    }
    guard !isEmpty else { return nil }
    isInRange = !isTooLarge && magnitude <= Int.max.magnitude + (isNegative ? 1 : 0)
    value = !isInRange ? (isNegative ? .min : .max) : Int(bitPattern: isNegative ? 0 &- magnitude : magnitude)
  }

  private static func takeSign(_ digits: inout ArraySlice<UInt8>) -> Bool {
    guard let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else {
      return false
    }
    digits.removeFirst()
    return sign == UInt8(ascii: "-")
  }

  private static func value(of digit: UInt8) -> Int? {
    switch digit {
    case 0x30...0x39: Int(digit) - 0x30
    case 0x41...0x5A: Int(digit) - 0x41 + 10
    case 0x61...0x7A: Int(digit) - 0x61 + 10
    default: nil
    }
  }
}
