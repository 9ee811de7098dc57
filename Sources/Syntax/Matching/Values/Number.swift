/// A number of a spec or of an image: whole where it can be.
package enum Number: Sendable, Hashable {
  case integer(Int)
  case float(Double)

  /// Reads a number as JSON or YAML writes it: `12`, `1_000`, `0x1F`, `0o755`, `0755` (octal), `1e3`, `.inf`.
  package init?(written text: String) {
    let digits = String(decoding: text.utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    let (sign, magnitude) = Self.signed(digits)
    if let whole = Self.whole(magnitude), let value = Int(sign + whole.digits, radix: whole.radix) {
      self = .integer(value)
    } else if let special = Self.special(magnitude) {
      self = .float(sign == "-" ? -special : special)
    } else if let value = Double(digits) {
      self = .float(value)
    } else {
      return nil
    }
  }

  /// Reads a number from text that a program printed: blanks around it do not count, notations of YAML do not exist.
  package init?(text: String) {
    // No number is longer; a whole file need not be searched for blanks.
    guard text.utf8.count <= 400 else { return nil }
    let words = text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard words.count == 1, let bytes = words.first, let word = String(bytes) else { return nil }
    if let value = Int(word) {
      self = .integer(value)
    } else if let value = Double(word) {
      self = .float(value)
    } else {
      return nil
    }
  }

  package var double: Double {
    switch self {
    case .integer(let value): Double(value)
    case .float(let value): value
    }
  }

  /// Whether both stand for the same quantity.
  package func equals(_ other: Number) -> Bool {
    if case .integer(let a) = self, case .integer(let b) = other { return a == b }
    return double == other.double
  }

  package func isLess(than other: Number) -> Bool {
    if case .integer(let a) = self, case .integer(let b) = other { return a < b }
    return double < other.double
  }

  private static func signed(_ text: String) -> (sign: String, magnitude: Substring) {
    if text.hasPrefix("-") { return ("-", text.dropFirst()) }
    if text.hasPrefix("+") { return ("", text.dropFirst()) }
    return ("", text[...])
  }

  private static func whole(_ text: Substring) -> (digits: Substring, radix: Int)? {
    let lower = text.prefix(2).lowercased()
    if lower == "0x" { return (text.dropFirst(2), 16) }
    if lower == "0o" { return (text.dropFirst(2), 8) }
    if lower == "0b" { return (text.dropFirst(2), 2) }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return text.utf8.count > 1 && text.hasPrefix("0") ? (text.dropFirst(), 8) : (text, 10)
  }

  private static func special(_ text: Substring) -> Double? {
    switch text.lowercased() {
    case ".inf": .infinity
    case ".nan": .nan
    default: nil
    }
  }
}

extension Number: CustomStringConvertible {
  package var description: String {
    switch self {
    case .integer(let value): value.description
    case .float(let value):
      if let whole = Int(exactly: value), abs(value) < 1e15 { whole.description } else { value.description }
    }
  }
}
