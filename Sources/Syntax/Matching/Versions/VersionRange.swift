/// A range of versions: `>=1.2.0 <2.0.0 || 3.x`.
package struct VersionRange: Sendable, Hashable {
  /// As written.
  package let text: String
  /// Alternatives, each a list of terms that must all hold.
  let alternatives: [[Term]]
  /// Whether every version in it is written in full, as goss demands; `1.x` counts as full.
  package let isStrict: Bool

  enum Relation: String {
    case less = "<", atMost = "<=", greater = ">", atLeast = ">=", same = "=", other = "!="
  }

  enum Term: Sendable, Hashable {
    case compare(Relation, Bound)
    /// From the first version up to, and without, the second.
    case within(Bound, Bound)
    case outside(Bound, Bound)
  }

  /// A version of a term, as text for packaging systems and by semver's rules.
  struct Bound: Sendable, Hashable {
    let text: String
    let version: SemanticVersion
  }

  /// Reads a range; nil where it is none.
  package init?(_ text: String) {
    var alternatives: [[Term]] = []
    var isStrict = true
    for part in Self.alternatives(in: text) {
      var terms: [Term] = []
      for (mark, version) in Self.words(in: part) {
        guard let term = Self.term(mark, version, &isStrict) else { return nil }
        terms.append(term)
      }
      guard !terms.isEmpty else { return nil }
      alternatives.append(terms)
    }
    guard !alternatives.isEmpty else { return nil }
    self.text = text
    self.alternatives = alternatives
    self.isStrict = isStrict
  }

  package func contains(_ version: SemanticVersion) -> Bool {
    contains { version.order(against: $0.version) }
  }

  package func contains(_ version: PackageVersion) -> Bool {
    contains { version.order(against: $0.text) }
  }

  private func contains(_ order: (Bound) -> Int) -> Bool {
    alternatives.contains { terms in
      terms.allSatisfy { term in
        switch term {
        case .compare(let relation, let bound): relation.holds(order(bound))
        case .within(let low, let high): order(low) >= 0 && order(high) < 0
        case .outside(let low, let high): order(low) < 0 || order(high) >= 0
        }
      }
    }
  }
}

extension VersionRange.Relation {
  func holds(_ order: Int) -> Bool {
    switch self {
    case .less: order < 0
    case .atMost: order <= 0
    case .greater: order > 0
    case .atLeast: order >= 0
    case .same: order == 0
    case .other: order != 0
    }
  }
}
