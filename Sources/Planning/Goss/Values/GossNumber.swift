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
    var blankless = text[...]
    while let first = blankless.first, first.isWhitespace { blankless.removeFirst() }
    while let last = blankless.last, last.isWhitespace { blankless.removeLast() }
    let word = String(blankless)
    let lowered = word.lowercased()
    let special: [String: Double] = [
      "inf": .infinity, "+inf": .infinity, "-inf": -.infinity, "infinity": .infinity, "+infinity": .infinity,
      "-infinity": -.infinity, "nan": .nan,
    ]
    if let number = special[lowered] { return .success(number) }
    let isPlain = lowered.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.exabcdf_p".utf8.contains($0) }
    let isHex = lowered.hasPrefix("0x") || lowered.dropFirst().hasPrefix("0x")
    if isPlain, isHex || !lowered.contains("x"), let number = Double(Self.filled(word)) {
      return .success(number)
    }
    return .failure(GossError("strconv.ParseFloat: parsing \(GoQuotedText.quoted(word)): invalid syntax"))
  }

  /// With a digit on both sides of a point at an end.
  private static func filled(_ word: String) -> String {
    let text = word.hasPrefix(".") ? "0" + word : word
    return text.hasSuffix(".") ? text + "0" : text
  }
}

/// An error as goss words it.
struct GossError: Error, Hashable {
  let message: String

  init(_ message: String) { self.message = message }
}
