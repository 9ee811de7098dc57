/// The groups of a pattern that are open at a place.
struct OpenGroups {
  /// How many Go takes within each other: its trees are 1000 levels high, and the innermost group holds something.
  private static let deepest = 999

  /// Whether each keeps what it matches: the others have no level of their own.
  private var groups: [Bool] = []
  private var depth = 0

  mutating func open(isKept: Bool, _ pattern: String) throws(RegularExpressionError) {
    groups.append(isKept)
    depth += isKept ? 1 : 0
    guard depth > Self.deepest else { return }
    throw RegularExpressionError(pattern: pattern, reason: "expression nests too deeply")
  }

  mutating func close() {
    if groups.popLast() == true { depth -= 1 }
  }
}
