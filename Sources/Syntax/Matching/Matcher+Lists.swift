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

/// A pairing of matchers with distinct elements that leaves as few matchers alone as can be.
struct Assignment {
  /// Matchers that no element is left for.
  private(set) var unmet: [Int] = []
  /// Elements that no matcher took.
  private(set) var free: [Int] = []

  private let choices: [[Int]]
  private var owner: [Int?]

  init(_ matchers: [Matcher], to elements: [Subject]) {
    choices = matchers.map { matcher in
      elements.indices.filter { matcher.result(for: elements[$0]).isMatched }
    }
    owner = Array(repeating: nil, count: elements.count)
    for matcher in matchers.indices where !place(matcher) { unmet.append(matcher) }
    free = owner.indices.filter { owner[$0] == nil }
  }

  /// Finds an element for a matcher, moving others along a path of breadth-first search (no recursion: lists may be long).
  private mutating func place(_ matcher: Int) -> Bool {
    var cameFrom: [Int: Int] = [:]
    var queue = [matcher]
    var next = 0
    while next < queue.count {
      let current = queue[next]
      next += 1
      for element in choices[current] where cameFrom[element] == nil {
        cameFrom[element] = current
        guard let occupant = owner[element] else {
          move(along: cameFrom, to: element, from: matcher)
          return true
        }
        queue.append(occupant)
      }
    }
    return false
  }

  private mutating func move(along cameFrom: [Int: Int], to element: Int, from start: Int) {
    var element = element
    while let matcher = cameFrom[element] {
      let previous = owner.firstIndex(of: matcher)
      owner[element] = matcher
      guard matcher != start, let previous else { return }
      element = previous
    }
  }
}
