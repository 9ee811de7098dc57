import Source

/// A number as Go writes it.
enum GoNumber {
  case integer(Int)
  case float(Double)

  /// Reads decimal, hexadecimal, octal and binary integers with `_` between digits, and decimal fractions.
  init?(_ text: String) {
    if let integer = GoInteger(text) {
      guard integer.isInRange else { return nil }
      self = .integer(integer.value)
      return
    }
    let isNegative = text.hasPrefix("-")
    let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let plain = String(digits.filter { $0 != "_" })
    guard let first = plain.utf8.first, first.isTemplateDigit || first == UInt8(ascii: "."),
      plain.utf8.contains(where: ".eE".utf8.contains),
      plain.utf8.allSatisfy({ $0.isTemplateDigit || ".eE+-".utf8.contains($0) }),
      let value = Double(plain.hasPrefix(".") ? "0" + plain : plain.hasSuffix(".") ? plain + "0" : plain)
    else { return nil }
    self = .float(isNegative ? -value : value)
  }
}
