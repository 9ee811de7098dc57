/// A span of time in Go's notation: `300ms`, `1.5h`, `2m10s`, `-1s`, `0`. Like Go it counts nanoseconds in 64 bits.
package struct GoDuration: Sendable, Hashable {
  package let nanoseconds: Int

  package var seconds: Double { Double(nanoseconds) / 1e9 }

  package init(nanoseconds: Int) { self.nanoseconds = nanoseconds }

  /// So many whole seconds; beyond 292 years it wraps round, as Go's product does.
  package init(seconds: Int) { nanoseconds = seconds &* 1_000_000_000 }

  /// The nearest span that can be counted, for what a clock has measured.
  package init(nearest seconds: Double) {
    let rounded = (seconds * 1e9).rounded()
    nanoseconds = Int(exactly: rounded) ?? (rounded.isNaN ? 0 : rounded < 0 ? .min : .max)
  }

  /// Reads a duration as Go's `time.ParseDuration` does; nil where it refuses, as it does a span of more than 64 bits.
  package init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.elementsEqual([UInt8(ascii: "0")]) {
      nanoseconds = 0
      return
    }
    guard !rest.isEmpty else { return nil }
    var total: UInt64 = 0
    while !rest.isEmpty {
      guard let part = Self.part(&rest) else { return nil }
      let (sum, isTooLong) = total.addingReportingOverflow(part)
      guard !isTooLong, sum <= Self.longest else { return nil }
      total = sum
    }
    guard isNegative || total < Self.longest else { return nil }
    nanoseconds = Int(bitPattern: UInt(isNegative ? 0 &- total : total))
  }

  /// As Go prints it: `168.07237ms`, `1m2.5s`, `0s`.
  package var text: String {
    let size = nanoseconds.magnitude
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

  /// The nanoseconds of the longest negative span.
  private static let longest: UInt64 = 1 << 63

  /// A quotient with as many decimals as it needs.
  private static func decimal(_ size: UInt, _ unit: UInt) -> String {
    let (whole, rest) = size.quotientAndRemainder(dividingBy: unit)
    guard rest > 0 else { return "\(whole)" }
    var digits = String(String(unit + rest).dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }

  /// A number with its unit, in nanoseconds.
  private static func part(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
    let whole = digits(&rest)
    var fraction = ArraySlice<UInt8>()
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = digits(&rest)
    }
    guard !whole.isEmpty || !fraction.isEmpty, let unit = unit(&rest),
      let number = UInt64(whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self))
    else { return nil }
    let (product, isTooLong) = number.multipliedReportingOverflow(by: unit)
    guard !isTooLong, product <= longest else { return nil }
    return product + nanoseconds(fraction, of: unit)
  }

  /// What the digits behind a point are of a unit; those that 64 bits cannot hold do not count.
  private static func nanoseconds(_ fraction: ArraySlice<UInt8>, of unit: UInt64) -> UInt64 {
    var (value, scale) = (UInt64(0), 1.0)
    for digit in fraction where value <= (longest - 1) / 10 {
      value = value * 10 + UInt64(digit - 0x30)
      scale *= 10
    }
    return UInt64(Double(value) * (Double(unit) / scale))
  }

  private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
    let name = rest.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
    rest = rest[name.endIndex...]
    switch String(decoding: name, as: UTF8.self) {
    case "ns": return 1
    case "us", "µs", "μs": return 1_000
    case "ms": return 1_000_000
    case "s": return 1_000_000_000
    case "m": return 60_000_000_000
    case "h": return 3_600_000_000_000
    default: return nil
    }
  }

  private static func digits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = rest.prefix(while: isDigit)
    rest = rest[digits.endIndex...]
    return digits
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30 <= byte && byte <= 0x39 }
}
