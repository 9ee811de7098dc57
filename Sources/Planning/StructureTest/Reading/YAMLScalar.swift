import DataSyntax

/// What a scalar of YAML 1.1 is to the library that the original reads files with.
enum YAMLScalar {
  case null
  case truth(Bool)
  case integer(Int)
  /// The number, where it fits.
  case decimal(Double)
  case timestamp
  case text

  init(_ node: DataNode) {
    let text = node.string ?? ""
    guard node.isPlain, node.tag != .text else {
      self = .text
      return
    }
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE": self = .truth(true)
    case "n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE": self = .truth(false)
    default: self = Self.number(text) ?? (Self.isDate(text) ? .timestamp : .text)
    }
  }

  /// The tag that error messages name.
  var tag: String {
    switch self {
    case .null: "!!null"
    case .truth: "!!bool"
    case .integer: "!!int"
    case .decimal: "!!float"
    case .timestamp: "!!timestamp"
    case .text: "!!str"
    }
  }

  private static func number(_ text: String) -> YAMLScalar? {
    let plain = text.filter { $0 != "_" }
    let isNegative = plain.hasPrefix("-")
    let digits = plain.hasPrefix("-") || plain.hasPrefix("+") ? plain.dropFirst() : plain[...]
    guard let first = digits.utf8.first, (0x30...0x39).contains(first) || first == UInt8(ascii: ".") else {
      return nil
    }
    let sign = isNegative ? "-" : ""
    for (prefixes, radix) in [(["0x", "0X"], 16), (["0o", "0O"], 8), (["0b", "0B"], 2)] {
      if prefixes.contains(where: digits.hasPrefix),
        let number = Int(sign + digits.dropFirst(2), radix: radix)
      {
        return .integer(number)
      }
    }
    if first == 0x30, digits.utf8.count > 1, let number = Int(sign + digits, radix: 8) {
      return .integer(number)
    }
    if let number = Int(sign + digits) { return .integer(number) }
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || ".eE+-".utf8.contains($0) }) else {
      return nil
    }
    return Double(sign + digits).map { .decimal($0) }
  }

  /// Whether a text begins as `2026-01-02`.
  private static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    guard bytes.count >= 8, bytes[..<4].allSatisfy(isDigit), bytes[4] == UInt8(ascii: "-") else {
      return false
    }
    let parts = bytes[5...].prefix { isDigit($0) || $0 == UInt8(ascii: "-") }.split(
      separator: UInt8(ascii: "-"))
    return parts.count == 2 && parts.allSatisfy { (1...2).contains($0.count) }
  }
}
