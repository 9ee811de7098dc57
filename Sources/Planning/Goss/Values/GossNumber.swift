import GoTemplate

/// A number to compare: whole numbers as such, all else as fractions.
enum GossNumber {
  case integer(Int)
  case unsigned(UInt64)
  case float(Double)

  /// nil for what is no number.
  init?(_ value: GossValue) {
    switch value {
    case .integer(let number): self = .integer(number)
    case .unsigned(let number): self = .unsigned(number)
    case .float(let number): self = .float(number)
    default: return nil
    }
  }

  private var fraction: Double {
    switch self {
    case .integer(let number): Double(number)
    case .unsigned(let number): Double(number)
    case .float(let number): number
    }
  }

  /// Whether the relation `eq`, `gt`, `ge`, `lt` or `le` holds.
  func holds(_ relation: String, against other: GossNumber) -> Bool {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): Self.holds(relation, a, b)
    // goss makes it a negative number.
    case (.integer(let a), .unsigned(let b)): Self.holds(relation, a, Int(bitPattern: UInt(b)))
    default: Self.holds(relation, fraction, other.fraction)
    }
  }

  private static func holds<Value: Comparable>(_ relation: String, _ a: Value, _ b: Value) -> Bool {
    switch relation {
    case "eq": a == b
    case "gt": a > b
    case "ge": a >= b
    case "lt": a < b
    default: a <= b
    }
  }

  /// Go's `strconv.ParseFloat` of a trimmed text; the error in Go's words.
  static func parse(_ text: String) -> Result<Double, GossError> {
    var blankless = text.unicodeScalars[...]
    while let first = blankless.first, first.properties.isWhitespace { blankless.removeFirst() }
    while let last = blankless.last, last.properties.isWhitespace { blankless.removeLast() }
    let word = String(blankless)
    guard let number = GoFloatText(word).value else { return .failure(refusal(of: word, "invalid syntax")) }
    if number.isInfinite, !word.lowercased().contains("inf") {
      return .failure(refusal(of: word, "value out of range"))
    }
    return .success(number)
  }

  private static func refusal(of word: String, _ reason: String) -> GossError {
    GossError("strconv.ParseFloat: parsing \(GoQuotedText.quoted(word)): \(reason)")
  }
}

/// An error as goss words it.
struct GossError: Error, Hashable {
  let message: String

  init(_ message: String) { self.message = message }
}
