/// A number of a spec or of an image: whole where it can be.
package enum Number: Sendable, Hashable {
  case integer(Int)
  /// A whole number beyond those: its decimal digits without zeros in front, behind a `-` where it is negative.
  case large(String)
  case float(Double)

  /// Reads a number as JSON or YAML writes it: `12`, `1_000`, `0x1F`, `0o755`, `0755` (octal), `1e3`, `.inf`.
  package init?(written text: String) {
    let digits = String(decoding: text.utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    let (sign, magnitude) = Self.signed(digits)
    if let whole = Self.whole(magnitude), let value = Int(sign + whole.digits, radix: whole.radix) {
      self = .integer(value)
    } else if !magnitude.hasPrefix("0"), let large = Self.large(sign, magnitude) {
      self = .large(large)
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
    let (sign, magnitude) = Self.signed(word)
    if let value = Int(word) {
      self = .integer(value)
    } else if let large = Self.large(sign, magnitude) {
      self = .large(large)
    } else if let value = Double(word) {
      self = .float(value)
    } else {
      return nil
    }
  }

  /// A span of time, a whole number where it is one.
  package init(seconds: Double) { self = Int(exactly: seconds).map(Number.integer) ?? .float(seconds) }

  package var double: Double {
    switch self {
    case .integer(let value): Double(value)
    case .large(let digits): Double(digits) ?? .infinity
    case .float(let value): value
    }
  }

  /// Whether both stand for the same quantity.
  package func equals(_ other: Number) -> Bool {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): a == b
    case (.large(let a), .large(let b)): a == b
    case (.integer, .large), (.large, .integer): false
    case (.float, _), (_, .float): double == other.double
    }
  }

  package func isLess(than other: Number) -> Bool {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): a < b
    case (.large(let a), .large(let b)): Self.isLess(a, b)
    case (.integer, .large(let b)): !b.hasPrefix("-")
    case (.large(let a), .integer): a.hasPrefix("-")
    case (.float, _), (_, .float): double < other.double
    }
  }

  private static func isLess(_ a: String, _ b: String) -> Bool {
    guard a.hasPrefix("-") == b.hasPrefix("-") else { return a.hasPrefix("-") }
    let (one, other) = (Array(a.utf8), Array(b.utf8))
    let isSmaller = one.count == other.count ? one.lexicographicallyPrecedes(other) : one.count < other.count
    return a.hasPrefix("-") ? a != b && !isSmaller : isSmaller
  }

  /// The digits of a decimal whole number, without zeros in front; nil for anything else.
  private static func large(_ sign: String, _ magnitude: Substring) -> String? {
    guard !magnitude.isEmpty, magnitude.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let digits = sign + magnitude.drop { $0 == "0" }
    return Int(digits) == nil && digits.utf8.count > sign.utf8.count ? digits : nil
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
    case .large(let digits): digits
    case .float(let value):
      if let whole = Int(exactly: value), abs(value) < 1e15 { whole.description } else { value.description }
    }
  }
}
