/// A pairing of matchers with distinct values that leaves as few matchers alone as can be.
struct GossPairing {
  /// The matchers without a value, in the order of the file.
  let missing: [Int]
  /// The values without a matcher.
  let extra: [Int]

  init(_ matchers: [GossMatcher], _ values: [GossValue]) {
    let choices = matchers.map { matcher in
      values.indices.filter { place in
        if case .success(true) = matcher.matches(values[place]) { true } else { false }
      }
    }
    var owners = [Int?](repeating: nil, count: values.count)
    var missing: [Int] = []
    for matcher in matchers.indices where !Self.place(matcher, choices, &owners) { missing.append(matcher) }
    self.missing = missing
    extra = owners.indices.filter { owners[$0] == nil }
  }

  /// Finds a value for a matcher, moving others along the shortest way (breadth first: lists may be long).
  private static func place(_ matcher: Int, _ choices: [[Int]], _ owners: inout [Int?]) -> Bool {
    var cameFrom: [Int: Int] = [:]
    var queue = [matcher]
    var next = 0
    while next < queue.count {
      let current = queue[next]
      next += 1
      for value in choices[current] where cameFrom[value] == nil {
        cameFrom[value] = current
        if let owner = owners[value] {
          queue.append(owner)
          continue
        }
        var free = value
        while let taker = cameFrom[free] {
          let left = owners.firstIndex(of: taker)
          owners[free] = taker
          guard taker != matcher, let left else { return true }
          free = left
        }
      }
    }
    return false
  }
}
