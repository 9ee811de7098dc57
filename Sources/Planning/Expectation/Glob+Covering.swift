extension Glob {
  /// Whether the exceptions leave nothing: one of them fits all that fits the pattern.
  package var isLeftOut: Bool { alternatives.allSatisfy { own in exceptions.contains { $0.covers(own) } } }

  /// Whether one of the alternatives fits whatever some parts fit; where that is hard to tell, not.
  private func covers(_ narrow: [Part]) -> Bool {
    alternatives.contains { wide in
      Self.fits(narrow, wide) { pattern, part in
        guard case .name(let other) = part else { return false }
        return pattern == other || pattern == Self.anyName || other.literal.map(pattern.matches) ?? false
      }
    }
  }

  private static let anyName = NamePattern(Array("*".utf8))
}
