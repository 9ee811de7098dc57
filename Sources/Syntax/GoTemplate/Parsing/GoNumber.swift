/// A number as Go writes it.
enum GoNumber {
  case integer(Int)
  case float(Double)

  /// Reads decimal, hexadecimal, octal and binary integers with `_` between digits, and decimal fractions.
  init?(_ text: String) {
    var digits = text[...]
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
    guard let first = digits.utf8.first, first.isTemplateDigit || first == UInt8(ascii: ".") else {
      return nil
    }
    let plain = String(digits.filter { $0 != "_" })
    if let magnitude = Self.integer(plain) {
      self = .integer(isNegative ? -magnitude : magnitude)
    } else if plain.utf8.contains(where: ".eE".utf8.contains),
      plain.utf8.allSatisfy({ $0.isTemplateDigit || ".eE+-".utf8.contains($0) }),
      let value = Double(plain.hasPrefix(".") ? "0" + plain : plain.hasSuffix(".") ? plain + "0" : plain)
    {
      self = .float(isNegative ? -value : value)
    } else {
      return nil
    }
  }

  private static func integer(_ text: String) -> Int? {
    let bases: [(String, Int)] = [("0x", 16), ("0o", 8), ("0b", 2)]
    let lowered = text.lowercased()
    for (prefix, radix) in bases where lowered.hasPrefix(prefix) {
      return Int(lowered.dropFirst(2), radix: radix)
    }
    return Int(text, radix: text.utf8.count > 1 && text.hasPrefix("0") ? 8 : 10)
  }
}
