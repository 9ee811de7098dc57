package import Source

/// What became of one comparison, with all that a report says about it.
package struct MatchResult: Sendable, Hashable {
  package enum Verdict: Sendable, Hashable {
    case matched
    case unmatched
    /// The value cannot be told here.
    case undecided(UnknownReason)
    /// The value is of a kind that the matcher cannot judge; one clause.
    case invalid(String)
  }

  package var verdict: Verdict
  /// What stands between actual and expected, as goss words it: `to have prefix`.
  package var relation: String
  /// Whether a `not` has turned the relation round.
  package var isNegated = false
  /// What the part of the matcher that decided expects, as compact JSON.
  package var expected: String
  /// What would fit, as a noun.
  let fitting: String
  /// The value that was judged, as compact JSON, cut when long.
  package var actual: String
  /// Expected elements or patterns that nothing met.
  package var missing: [String] = []
  /// Elements that nothing expected, or patterns that should have met nothing.
  package var extra: [String] = []
  /// Lines that help to see why.
  package var evidence: [String] = []
  /// The part of the spec that decided: of a list of patterns, the first that was not satisfied.
  package var location: Location
  /// The clause that stands in for `sentence` where the generic words say too little.
  var clause: String?

  init(_ verdict: Verdict, _ relation: String, by matcher: Matcher, actual: Subject) {
    self.verdict = verdict
    self.relation = relation
    expected = matcher.argument
    fitting = matcher.value
    self.actual = actual.shown
    location = matcher.location
  }

  package var isMatched: Bool { verdict == .matched }

  /// What is wrong as a clause that follows the property's name: `is "0644", not "0640"`.
  package var sentence: String {
    switch verdict {
    case .matched: return "is as expected"
    case .undecided(let reason): return "cannot be told: \(reason.text)"
    case .invalid(let reason): return "cannot be judged: \(reason)"
    case .unmatched: break
    }
    if let clause { return clause }
    if relation == "to equal" || relation == "to be numerically eq" {
      return isNegated ? "is \(actual), which it must not be" : "is \(actual), not \(expected)"
    }
    let something = "something "
    let wanted =
      !isNegated
      ? fitting
      : fitting.hasPrefix(something) ? "nothing \(fitting.dropFirst(something.count))" : "not \(fitting)"
    var sentence = "is \(actual), expected \(wanted)"
    if !missing.isEmpty { sentence += "; missing: \(missing.joined(separator: ", "))" }
    if !extra.isEmpty { sentence += "; unexpected: \(extra.joined(separator: ", "))" }
    return sentence
  }

  /// The same result seen through a `not`.
  func negated(at location: Location) -> MatchResult {
    var result = self
    result.isNegated.toggle()
    result.location = location
    switch verdict {
    case .matched: result.verdict = .unmatched
    case .unmatched: result.verdict = .matched
    case .undecided, .invalid: return self
    }
    return result
  }
}
