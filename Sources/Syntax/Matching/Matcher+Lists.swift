extension Matcher {
  /// A plain list and `contain-elements`: each matcher needs an element of its own.
  func containing(_ matchers: [Matcher], _ actual: Subject) -> MatchResult {
    let relation = "to contain elements matching"
    // Only the named matcher takes a text apart into lines.
    let elements = if case .elements = form { actual.elements } else { actual.elementsOrLines }
    guard let elements else { return outcome(.invalid("\(actual.shown) is no list"), relation, actual) }
    let assignment = Assignment(matchers, to: elements)
    var result = outcome(assignment.unmet.isEmpty ? .matched : .unmatched, relation, .list(elements))
    result.missing = assignment.unmet.map { matchers[$0].argumentInList }
    result.extra = []
    result.location = assignment.unmet.first.map { matchers[$0].location } ?? location
    return result
  }

  func containing(one matcher: Matcher, _ actual: Subject) -> MatchResult {
    let relation = "to contain element matching"
    guard let elements = actual.elementsOrLines else {
      return outcome(.invalid("\(actual.shown) is no list"), relation, actual)
    }
    let found = elements.contains { matcher.result(for: $0).isMatched }
    return outcome(found ? .matched : .unmatched, relation, .list(elements))
  }

  /// `consist-of`: matchers and elements pair off, in any order.
  func consisting(of matchers: [Matcher], _ actual: Subject) -> MatchResult {
    let relation = "to consist of"
    guard let elements = actual.elements else {
      return outcome(.invalid("\(actual.shown) is no list"), relation, actual)
    }
    let assignment = Assignment(matchers, to: elements)
    let isPaired = assignment.unmet.isEmpty && assignment.free.isEmpty
    var result = outcome(isPaired ? .matched : .unmatched, relation, actual)
    result.missing = assignment.unmet.map { matchers[$0].argumentInList }
    result.extra = assignment.free.map { elements[$0].shown }
    result.location = assignment.unmet.first.map { matchers[$0].location } ?? location
    return result
  }
}
