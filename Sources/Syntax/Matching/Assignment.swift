/// A pairing of matchers with distinct elements that leaves as few matchers alone as can be.
package struct Assignment {
  /// Matchers that no element is left for.
  package private(set) var unmet: [Int] = []
  /// Elements that no matcher took.
  package private(set) var free: [Int] = []

  private let choices: [[Int]]
  private var owner: [Int?]

  init(_ matchers: [Matcher], to elements: [Subject]) {
    self.init(
      choices: matchers.map { matcher in
        elements.indices.filter { matcher.result(for: elements[$0]).isMatched }
      }, of: elements.count)
  }

  /// Pairs matchers, each with the elements that it fits, off with so many elements.
  package init(choices: [[Int]], of count: Int) {
    self.choices = choices
    owner = Array(repeating: nil, count: count)
    for matcher in choices.indices where !place(matcher) { unmet.append(matcher) }
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
