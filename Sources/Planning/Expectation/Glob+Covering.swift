extension Glob {
  /// Whether the exceptions leave nothing: one of them fits all that fits the pattern.
  package var isLeftOut: Bool { alternatives.allSatisfy { own in exceptions.contains { $0.covers(own) } } }

  private func covers(_ other: [Part]) -> Bool { alternatives.contains { Self.covers($0[...], other[...]) } }

  /// Whether some parts fit whatever others fit; where that is hard to tell, not.
  private static func covers(_ wide: ArraySlice<Part>, _ narrow: ArraySlice<Part>) -> Bool {
    guard let first = wide.first else { return narrow.isEmpty }
    switch first {
    case .folders:
      if wide.count == 1 { return true }
      return covers(wide.dropFirst(), narrow) || !narrow.isEmpty && covers(wide, narrow.dropFirst())
    case .name(let pattern):
      guard case .name(let other)? = narrow.first else { return false }
      let fits = pattern == other || pattern == anyName || other.literal.map(pattern.matches) ?? false
      return fits && covers(wide.dropFirst(), narrow.dropFirst())
    }
  }

  private static let anyName = NamePattern(Array("*".utf8))
}
