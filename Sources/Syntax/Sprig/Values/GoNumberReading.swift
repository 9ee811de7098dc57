import GoTemplate
import Source

/// How Sprig makes numbers of values (spf13/cast): what cannot be read is 0.
extension GoValue<String> {
  /// The whole number that the value stands for; texts are read in Go's notations, `0755` as octal.
  var wholeNumber: Int {
    switch self {
    case .integer(let number): return number
    case .unsigned(let number): return Int(truncatingIfNeeded: number)
    case .float(let number): return GoInteger(truncating: number).value
    case .object(let object) where object.isPlainNumber: return object.number ?? 0
    case .bool(let flag): return flag ? 1 : 0
    case .text(let text):
      guard let number = GoInteger(text.string), number.isInRange else { return 0 }
      return number.value
    default: return 0
    }
  }

  /// The fraction that the value stands for.
  var fraction: Double {
    switch self {
    case .integer(let number): Double(number)
    case .unsigned(let number): Double(number)
    case .float(let number): number
    case .object(let object) where object.isPlainNumber: Double(object.number ?? 0)
    case .bool(let flag): flag ? 1 : 0
    case .text(let text): Self.fraction(text.string)
    default: 0
    }
  }

  /// Go reads no number whose digits are beyond its range.
  private static func fraction(_ text: String) -> Double {
    guard let number = Double(text) else { return 0 }
    return number.isInfinite && text.utf8.contains { (0x30...0x39).contains($0) } ? 0 : number
  }
}
