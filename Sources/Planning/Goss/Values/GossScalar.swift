/// What a plain scalar of YAML is to goss (yaml.v3): `yes` is a text, `0755` a number in octal, `2026-01-02` a moment.
enum GossScalar {
  static func value(of text: String) -> GossValue {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    case ".nan", ".NaN", ".NAN": return .float(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
    default: break
    }
    guard let first = text.utf8.first, (0x30...0x39).contains(first) || "+-.".utf8.contains(first) else {
      return .text(text)
    }
    if let time = GossTime(text) { return .time(time) }
    let plain = text.filter { $0 != "_" }
    if let integer = integer(plain) { return integer }
    // What is beyond the largest fraction stays a text.
    guard isDecimal(plain), let number = Double(filled(plain)), number.isFinite else { return .text(text) }
    return .float(number)
  }

  private static func integer(_ text: String) -> GossValue? {
    var digits = text[...]
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
    let lowered = digits.lowercased()
    let (radix, body): (Int, Substring) =
      switch lowered.prefix(2) {
      case "0x": (16, lowered.dropFirst(2))
      case "0o": (8, lowered.dropFirst(2))
      case "0b": (2, lowered.dropFirst(2))
      default: (lowered.count > 1 && lowered.hasPrefix("0") ? 8 : 10, lowered[...])
      }
    guard let first = body.first, first != "-", first != "+" else { return nil }
    if let number = Int((isNegative ? "-" : "") + body, radix: radix) { return .integer(number) }
    guard !isNegative else { return nil }
    return UInt64(body, radix: radix).map { .unsigned($0) }
  }

  // [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
  private static func isDecimal(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    if let sign = rest.first, "+-".utf8.contains(sign) { rest.removeFirst() }
    let whole = digits(&rest)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = digits(&rest)
    }
    guard whole + fraction > 0 else { return false }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if let sign = rest.first, "+-".utf8.contains(sign) { rest.removeFirst() }
      guard digits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func digits(_ rest: inout ArraySlice<UInt8>) -> Int {
    let run = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(run.count)
    return run.count
  }

  /// With a digit on both sides of the point, as Swift wants it.
  private static func filled(_ text: String) -> String {
    var filled = ""
    var before: Character = " "
    for character in text {
      if character == ".", !before.isNumber { filled += "0" }
      if before == ".", !character.isNumber { filled += "0" }
      filled.append(character)
      before = character
    }
    return before == "." ? filled + "0" : filled
  }
}
