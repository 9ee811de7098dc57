/// `Array`: arrays as operands.
enum ArrayAlgebra {
  static func define(in arrays: KindTable<RubyArray>) {
    arrays.define("+", arity: 1) { (array, call) throws(Unwinding) in
      let other = try call.array(0)
      try call.reserve(elements: array.elements.count + other.elements.count)
      return call.make(array.elements + other.elements)
    }
    arrays.define("*", arity: 1) { (array, call) throws(Unwinding) in
      if case .string(let separator) = call[0] {
        return try ArrayText.joined(array, by: separator, call).map { .string($0) } ?? call.untold
      }
      let count = try call.integer(0)
      guard count >= 0 else { throw call.raise("ArgumentError", "argument must be non-negative") }
      let (total, overflow) = array.elements.count.multipliedReportingOverflow(by: count)
      try call.reserve(elements: overflow ? .max : total)
      return call.make((0..<(array.elements.isEmpty ? 0 : count)).flatMap { _ in array.elements })
    }
    defineSets(arrays)
  }

  private static func defineSets(_ arrays: KindTable<RubyArray>) {
    arrays.define("-", arity: 1) { (array, call) throws(Unwinding) in
      try without(array, [try call.array(0)], call)
    }
    arrays.define("difference", arity: .any) { (array, call) throws(Unwinding) in
      try without(array, try others(call), call)
    }
    arrays.define("&", arity: 1) { (array, call) throws(Unwinding) in
      try common(array, [try call.array(0)], call)
    }
    arrays.define("intersection", arity: .any) { (array, call) throws(Unwinding) in
      try common(array, try others(call), call)
    }
    arrays.define("|", arity: 1) { (array, call) throws(Unwinding) in
      try union(array, [try call.array(0)], call)
    }
    arrays.define("union", arity: .any) { (array, call) throws(Unwinding) in
      try union(array, try others(call), call)
    }
    arrays.define("intersect?", arity: 1) { (array, call) throws(Unwinding) in
      let other = try call.array(0)
      guard isTold(array), isTold(other) else { return call.untold }
      let keys = Set(other.elements.map { RubyKey($0) })
      return .boolean(array.elements.contains { keys.contains(RubyKey($0)) })
    }
  }

  private static func others(_ call: CoreCall) throws(Unwinding) -> [RubyArray] {
    var result: [RubyArray] = []
    for index in call.arguments.indices { result.append(try call.array(index)) }
    return result
  }

  private static func isTold(_ array: RubyArray) -> Bool { array.elements.allSatisfy { $0.doubt == nil } }

  private static func without(
    _ array: RubyArray, _ others: [RubyArray], _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    let removed = Set(others.flatMap(\.elements).map { RubyKey($0) })
    if removed.isEmpty { return call.make(array.elements) }
    guard isTold(array), others.allSatisfy(isTold) else { return call.untold }
    return call.make(array.elements.filter { !removed.contains(RubyKey($0)) })
  }

  private static func common(
    _ array: RubyArray, _ others: [RubyArray], _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    guard isTold(array), others.allSatisfy(isTold) else { return call.untold }
    let sets = others.map { Set($0.elements.map { RubyKey($0) }) }
    var seen: Set<RubyKey> = []
    return call.make(
      array.elements.filter { element in
        let key = RubyKey(element)
        return sets.allSatisfy { $0.contains(key) } && seen.insert(key).inserted
      })
  }

  private static func union(
    _ array: RubyArray, _ others: [RubyArray], _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    guard isTold(array), others.allSatisfy(isTold) else { return call.untold }
    var seen: Set<RubyKey> = []
    let all = array.elements + others.flatMap(\.elements)
    try call.reserve(elements: all.count)
    return call.make(all.filter { seen.insert(RubyKey($0)).inserted })
  }
}
