import GoTemplate
import Source

/// Go's `time.Duration`.
struct GoSpan: GoObject {
  let span: GoDuration

  init(_ span: GoDuration) { self.span = span }

  var goType: String { "time.Duration" }
  var words: String { "a span of time" }
  var kindName: String { "int64" }
  var printed: String { span.text }
  var number: Int? { span.nanoseconds }

  func isSame(as other: any GoObject) -> Bool { (other as? GoSpan)?.span == span }

  private static let methods: Set<String> = [
    "Hours", "Minutes", "Seconds", "Milliseconds", "Microseconds", "Nanoseconds", "String", "Abs",
  ]

  func parameters(of method: String) -> [GoParameter]? { Self.methods.contains(method) ? [] : nil }

  func answer<Opaque>(_ method: String, _ arguments: [GoArgument]) -> GoResult<Opaque>? {
    switch method {
    case "Hours": .value(.float(fraction(of: 3_600_000_000_000)))
    case "Minutes": .value(.float(fraction(of: 60_000_000_000)))
    case "Seconds": .value(.float(fraction(of: 1_000_000_000)))
    case "Milliseconds": .value(.wide(span.nanoseconds / 1_000_000))
    case "Microseconds": .value(.wide(span.nanoseconds / 1000))
    case "Nanoseconds": .value(.wide(span.nanoseconds))
    case "String": .value(.text(span.text))
    case "Abs":
      .value(.object(GoSpan(GoDuration(nanoseconds: Int(clamping: span.nanoseconds.magnitude)))))
    default: nil
    }
  }

  /// How many units it has; the whole ones are counted apart, as in Go, so that none is lost.
  private func fraction(of unit: Int) -> Double {
    let (whole, rest) = span.nanoseconds.quotientAndRemainder(dividingBy: unit)
    return Double(whole) + Double(rest) / Double(unit)
  }
}
