/// A span of time in Go's notation: `300ms`, `1.5h`, `2m10s`, `-1s`, `0`.
package struct GoDuration: Sendable, Hashable {
  package let nanoseconds: Double

  package var seconds: Double { nanoseconds / 1e9 }

  /// Reads a duration as Go's `time.ParseDuration` does; nil where it refuses.
  package init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    var sign = 1.0
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      if first == UInt8(ascii: "-") { sign = -1 }
      rest.removeFirst()
    }
    if rest.elementsEqual([UInt8(ascii: "0")]) {
      nanoseconds = 0
      return
    }
    guard !rest.isEmpty else { return nil }
    var total = 0.0
    while !rest.isEmpty {
      guard let number = Self.number(&rest), let unit = Self.unit(&rest) else { return nil }
      total += number * unit
    }
    // Go counts nanoseconds in 64 bits.
    guard total < 9_223_372_036_854_775_808 else { return nil }
    nanoseconds = sign * total
  }

  package init(nanoseconds: Double) { self.nanoseconds = nanoseconds }

  package init(seconds: Double) { nanoseconds = seconds * 1e9 }

  /// As Go prints it: `168.07237ms`, `1m2.5s`, `0s`.
  package var text: String {
    let size = UInt64(nanoseconds.magnitude.rounded())
    let sign = nanoseconds < 0 ? "-" : ""
    switch size {
    case 0: return "0s"
    case ..<1_000: return "\(sign)\(size)ns"
    case ..<1_000_000: return "\(sign)\(Self.decimal(size, 1_000))µs"
    case ..<1_000_000_000: return "\(sign)\(Self.decimal(size, 1_000_000))ms"
    default:
      let (minutes, rest) = size.quotientAndRemainder(dividingBy: 60_000_000_000)
      let seconds = "\(Self.decimal(rest, 1_000_000_000))s"
      let hours = minutes / 60
      return sign + (hours > 0 ? "\(hours)h" : "") + (minutes > 0 ? "\(minutes % 60)m" : "") + seconds
    }
  }

  /// A quotient with as many decimals as it needs.
  private static func decimal(_ size: UInt64, _ unit: UInt64) -> String {
    let (whole, rest) = size.quotientAndRemainder(dividingBy: unit)
    guard rest > 0 else { return "\(whole)" }
    var digits = String(String(unit + rest).dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) -> Double? {
    let digits = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
    guard digits.contains(where: isDigit), digits.count(where: { $0 == UInt8(ascii: ".") }) <= 1 else {
      return nil
    }
    rest = rest[digits.endIndex...]
    return Double(String(decoding: digits, as: UTF8.self))
      ?? Double(String(decoding: [UInt8(ascii: "0")] + digits + [UInt8(ascii: "0")], as: UTF8.self))
  }

  private static func unit(_ rest: inout ArraySlice<UInt8>) -> Double? {
    let name = rest.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
    rest = rest[name.endIndex...]
    switch String(decoding: name, as: UTF8.self) {
    case "ns": return 1
    case "us", "µs", "μs": return 1e3
    case "ms": return 1e6
    case "s": return 1e9
    case "m": return 60e9
    case "h": return 3600e9
    default: return nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30 <= byte && byte <= 0x39 }
}
