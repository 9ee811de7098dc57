import Matching

/// Whether a check is judged at all, by its conditions and by what has become of those that it requires.
struct CheckGate {
  let search: ImageSearch
  let links: [[CheckOrder.Link]]

  /// Why a check is not judged; nil where it is. What it requires has been judged, or is left open by nil.
  func hindrance(to index: Int, _ check: Check, after found: [[Outcome]?]) -> (Outcome.Verdict, String)? {
    if let reason = check.skip { return (.skipped, "skipped: \(reason)") }
    if let refusal = hindrance(by: check.terms.conditions) { return refusal }
    for link in links[index] {
      guard let outcomes = found[link.check] else { continue }
      let asked = outcomes.filter { link.expectation == nil || $0.id == link.expectation }
      if let hindrance = Self.hindrance(by: asked, link.id) { return hindrance }
    }
    return nil
  }

  /// One that does not hold decides it, whatever cannot be told of the others.
  private func hindrance(by conditions: [Condition]) -> (Outcome.Verdict, String)? {
    var unknown: (Outcome.Verdict, String)?
    for condition in conditions {
      switch condition.holding(in: search) {
      case .holds: continue
      case .fails(let clause): return (.notApplicable, "does not apply: \(clause)")
      case .unknown(let reason):
        guard unknown == nil else { continue }
        unknown = (.undecided, "cannot tell whether it applies, by `\(condition.fact)`: \(reason)")
      }
    }
    return unknown
  }

  private static func hindrance(by outcomes: [Outcome], _ id: String) -> (Outcome.Verdict, String)? {
    if let red = outcomes.first(where: { !$0.verdict.isGreen }) {
      return (.blocked, "not judged: it requires `\(id)`, which is \(red.verdict.state)")
    }
    guard !outcomes.contains(where: { $0.verdict == .passed }), let first = outcomes.first else { return nil }
    return first.verdict == .skipped
      ? (.skipped, "skipped: it requires `\(id)`, which is skipped")
      : (.notApplicable, "does not apply: it requires `\(id)`, which does not apply")
  }
}

extension Outcome.Verdict {
  /// The verdict as the end of a sentence.
  fileprivate var state: String {
    switch self {
    case .failed: "not as expected"
    case .error: "in error"
    default: rawValue
    }
  }
}
