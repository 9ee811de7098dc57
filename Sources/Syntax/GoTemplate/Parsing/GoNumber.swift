import Source

/// A number as Go writes it.
enum GoNumber {
  case integer(Int)
  case float(Double)

  /// Reads decimal, hexadecimal, octal and binary integers with `_` between digits, and fractions: `1.5e3`, `0x1.8p1`.
  init?(_ text: String) {
    if let integer = GoInteger(text) {
      guard integer.isInRange else { return nil }
      self = .integer(integer.value)
      return
    }
    let isNegative = text.hasPrefix("-")
    let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let plain = String(digits.filter { $0 != "_" })
    if let value = Self.hexadecimal(plain) {
      self = .float(isNegative ? -value : value)
      return
    }
    guard let first = plain.utf8.first, first.isTemplateDigit || first == UInt8(ascii: "."),
      plain.utf8.contains(where: ".eE".utf8.contains),
      plain.utf8.allSatisfy({ $0.isTemplateDigit || ".eE+-".utf8.contains($0) }),
      let value = Double(plain.hasPrefix(".") ? "0" + plain : plain.hasSuffix(".") ? plain + "0" : plain)
    else { return nil }
    self = .float(isNegative ? -value : value)
  }

  /// A hexadecimal number with the exponent that makes it a fraction.
  private static func hexadecimal(_ text: String) -> Double? {
    let text = text.lowercased()
    guard text.hasPrefix("0x"), text.utf8.contains(UInt8(ascii: "p")),
      text.utf8.dropFirst(2).allSatisfy({ "0123456789abcdefp.+-".utf8.contains($0) })
    else { return nil }
    return Double(text)
  }
}
