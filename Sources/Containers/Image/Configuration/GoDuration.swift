/// Durations as Go writes them: `1m30s`, `1.5h`, `100ms`.
enum GoDuration {
  private static let units: [(String, Double)] = [
    ("ns", 1), ("us", 1e3), ("µs", 1e3), ("ms", 1e6), ("s", 1e9), ("m", 6e10), ("h", 3.6e12),
  ]

  /// The nanoseconds of a duration that is not negative; nil for any other text.
  static func nanoseconds(_ text: String) -> Int? {
    if text == "0" { return 0 }
    var rest = text[...]
    var total = 0.0
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count)
      guard let value = Double(number), let scale = units.first(where: { $0.0 == unit })?.1 else {
        return nil
      }
      total += value * scale
    }
    return total < 9e18 ? Int(total) : nil
  }
}
