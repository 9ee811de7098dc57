extension RubyInterpreter {
  /// `a == b`; nil where it cannot be told.
  package func areEqual(
    _ a: RubyValue, _ b: RubyValue, at place: RubyPlace?
  ) throws(Unwinding) -> Bool? {
    try areEqual(a, b, at: place, depth: 0)
  }

  private func areEqual(
    _ a: RubyValue, _ b: RubyValue, at place: RubyPlace?, depth: Int
  ) throws(Unwinding) -> Bool? {
    try step(at: place)
    if depth > 100 || budget.isDeep { return nil }
    switch (a.settled, b.settled) {
    case (.unknown, _), (_, .unknown): return nil
    case (.nil, .nil): return true
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.integer(let a), .integer(let b)): return a == b
    case (.float(let a), .float(let b)): return a == b
    case (.integer(let a), .float(let b)): return Double(a) == b
    case (.float(let a), .integer(let b)): return a == Double(b)
    case (.symbol(let a), .symbol(let b)): return a == b
    case (.string(let a), .string(let b)): return a === b || a.bytes == b.bytes
    case (.array(let a), .array(let b)):
      if a === b { return true }
      return try haveEqual(a.elements, b.elements, at: place, depth: depth)
    case (.hash(let a), .hash(let b)):
      if a === b { return true }
      return try haveEqual(a, b, at: place, depth: depth)
    case (.range(let a), .range(let b)):
      guard a.isExclusive == b.isExclusive else { return false }
      return try haveEqual([a.low, a.high], [b.low, b.high], at: place, depth: depth)
    case (.pattern(let a), .pattern(let b)): return a.source == b.source && a.options == b.options
    case (.object, _):
      guard let entry = method(.known(.equals), of: module(of: a)) else { return a.heap === b.heap }
      return try invoke(entry, a, .known(.equals), CallArguments(values: [b]), place).truth
    case (_, .object):
      // An object that is like a string or a list decides itself.
      guard let entry = method(.known(.equals), of: module(of: b)), entry.owner !== classes.kernel,
        entry.owner !== classes.basicObject, entry.owner !== classes.object
      else { return false }
      return try invoke(entry, b, .known(.equals), CallArguments(values: [a]), place).truth
    default:
      guard let first = a.heap, let second = b.heap else { return false }
      return first === second
    }
  }

  private func haveEqual(
    _ a: [RubyValue], _ b: [RubyValue], at place: RubyPlace?, depth: Int
  ) throws(Unwinding) -> Bool? {
    guard a.count == b.count else { return false }
    var result: Bool? = true
    for (one, other) in zip(a, b) {
      switch try areEqual(one, other, at: place, depth: depth + 1) {
      case false?: return false
      case nil: result = nil
      case true?: continue
      }
    }
    return result
  }

  private func haveEqual(
    _ a: RubyHash, _ b: RubyHash, at place: RubyPlace?, depth: Int
  ) throws(Unwinding) -> Bool? {
    guard a.count == b.count else { return false }
    var result: Bool? = true
    for entry in a.entries {
      guard let other = b[entry.key] else { return false }
      switch try areEqual(entry.value, other, at: place, depth: depth + 1) {
      case false?: return false
      case nil: result = nil
      case true?: continue
      }
    }
    return result
  }
}
