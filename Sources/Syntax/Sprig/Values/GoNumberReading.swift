import GoTemplate

/// How Sprig makes numbers of values (spf13/cast): what cannot be read is 0.
extension GoValue<String> {
  /// The whole number that the value stands for; texts are read in Go's notations, `0755` as octal.
  var wholeNumber: Int {
    switch self {
    case .integer(let number): return number
    case .float(let number): return Self.whole(number)
    case .bool(let flag): return flag ? 1 : 0
    case .text(let text): return Self.integer(text.string) ?? 0
    default: return 0
    }
  }

  /// The fraction that the value stands for.
  var fraction: Double {
    switch self {
    case .integer(let number): Double(number)
    case .float(let number): number
    case .bool(let flag): flag ? 1 : 0
    case .text(let text): Double(text.string) ?? 0
    default: 0
    }
  }

  private static func whole(_ number: Double) -> Int {
    Int(exactly: number.rounded(.towardZero)) ?? 0
  }

  /// A whole number in Go's notations; nil where it is none.
  private static func integer(_ text: String) -> Int? {
    var digits = text[...]
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
    let lowered = digits.lowercased()
    let magnitude: Int?
    switch lowered.prefix(2) {
    case "0x": magnitude = Int(lowered.dropFirst(2), radix: 16)
    case "0o": magnitude = Int(lowered.dropFirst(2), radix: 8)
    case "0b": magnitude = Int(lowered.dropFirst(2), radix: 2)
    default: magnitude = Int(lowered, radix: lowered.utf8.count > 1 && lowered.hasPrefix("0") ? 8 : 10)
    }
    return magnitude.map { isNegative ? -$0 : $0 }
  }
}
