/// `Array`: reading elements.
enum ArrayAccess {
  static func define(in arrays: KindTable<RubyArray>) {
    arrays.define("[]", "slice", arity: CoreArity(1, 2)) { (array, call) throws(Unwinding) in
      try element(array, call)
    }
    arrays.define("at", arity: 1) { (array, call) throws(Unwinding) in
      Indexing.index(try call.integer(0), count: array.elements.count).map { array.elements[$0] } ?? .nil
    }
    arrays.define("fetch", arity: CoreArity(1, 2)) { (array, call) throws(Unwinding) in
      let index = try call.integer(0)
      let count = array.elements.count
      if let place = Indexing.index(index, count: count) { return array.elements[place] }
      if call.block != nil { return try call.yield(call[0]) }
      if call.count == 2 { return call[1] }
      throw call.raise(
        "IndexError", "index \(index) outside of array bounds: \(-count)...\(count)")
    }
    arrays.define("dig", arity: .from(1)) { (array, call) throws(Unwinding) in
      let first =
        Indexing.index(try call.integer(0), count: array.elements.count).map { array.elements[$0] } ?? .nil
      return try dig(first, call)
    }
    arrays.define("last", arity: CoreArity(0, 1)) { (array, call) throws(Unwinding) in
      guard call.count == 1 else { return array.elements.last ?? .nil }
      let count = try call.integer(0)
      guard count >= 0 else { throw call.raise("ArgumentError", "negative array size") }
      return call.make(Array(array.elements.suffix(count)))
    }
    arrays.define("values_at", arity: .any) { (array, call) throws(Unwinding) in
      var values: [RubyValue] = []
      for (position, argument) in call.arguments.enumerated() {
        guard case .range(let range) = argument else {
          let index = Indexing.index(try call.integer(position), count: array.elements.count)
          values.append(index.map { array.elements[$0] } ?? .nil)
          continue
        }
        guard let part = try Indexing.part(range, count: array.elements.count, call) else { continue }
        values += array.elements[part]
        guard case .integer(let high) = range.high, high >= part.upperBound, high < 1 << 20 else { continue }
        let wanted = high - part.lowerBound + (range.isExclusive ? 0 : 1)
        values += [RubyValue](repeating: .nil, count: max(0, wanted - part.count))
      }
      return call.make(values)
    }
    defineSearches(arrays)
  }

  /// The value below a value, by the keys behind the first of `dig`.
  static func dig(_ value: RubyValue, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    let rest = Array(call.arguments.dropFirst())
    if rest.isEmpty || value.isNil || value.doubt != nil { return value.settled }
    switch value {
    case .array, .hash, .object: return try call.run.call(value, call.name, rest, at: call.place)
    default: throw call.raise("TypeError", "\(call.run.className(of: value)) does not have #dig method")
    }
  }

  private static func element(_ array: RubyArray, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    let count = array.elements.count
    if call.count == 1, case .integer(let index) = call[0] {
      return Indexing.index(index, count: count).map { array.elements[$0] } ?? .nil
    }
    if call.count == 2 || isRange(call[0]) {
      return try Indexing.part(call, count: count).map { call.make(Array(array.elements[$0])) } ?? .nil
    }
    return Indexing.index(try call.integer(0), count: count).map { array.elements[$0] } ?? .nil
  }

  private static func isRange(_ value: RubyValue) -> Bool { if case .range = value { true } else { false } }

  private static func defineSearches(_ arrays: KindTable<RubyArray>) {
    arrays.define("index", arity: CoreArity(0, 1)) { (array, call) throws(Unwinding) in
      guard call.count == 1 || call.block != nil else { return call.enumerator() }
      return try position(array.elements.indices.map { $0 }, array, call)
    }
    arrays.define("rindex", arity: CoreArity(0, 1)) { (array, call) throws(Unwinding) in
      guard call.count == 1 || call.block != nil else { return call.enumerator() }
      return try position(array.elements.indices.reversed(), array, call)
    }
    arrays.define("assoc", arity: 1) { (array, call) throws(Unwinding) in try pair(array, at: 0, call) }
    arrays.define("rassoc", arity: 1) { (array, call) throws(Unwinding) in try pair(array, at: 1, call) }
    arrays.define("bsearch") { (array, call) throws(Unwinding) in
      // The block may change the list.
      let elements = array.elements
      var low = 0
      var high = elements.count
      while low < high {
        let middle = low + (high - low) / 2
        switch try call.yield(elements[middle]) {
        case .boolean(true): high = middle
        case .boolean(false), .nil: low = middle + 1
        case .integer(0): return elements[middle]
        case .integer(let way): if way < 0 { high = middle } else { low = middle + 1 }
        case .unknown: return call.undecided
        case let other:
          throw call.raise(
            "TypeError",
            "wrong argument type \(call.run.className(of: other)) (must be numeric, true, false or nil)")
        }
      }
      guard low < elements.count, case .boolean(true) = try call.yield(elements[low]) else {
        return .nil
      }
      return elements[low]
    }
  }

  private static func position(
    _ order: [Int], _ array: RubyArray, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    for index in order where index < array.elements.count {
      let element = array.elements[index]
      let truth = call.count == 1 ? try call.areEqual(element, call[0]) : try call.test(element)
      guard let truth else { return call.undecided }
      if truth { return .integer(index) }
    }
    return .nil
  }

  private static func pair(_ array: RubyArray, at index: Int, _ call: CoreCall) throws(Unwinding) -> RubyValue
  {
    for case .array(let inner) in array.elements where inner.elements.count > index {
      guard let truth = try call.areEqual(inner.elements[index], call[0]) else { return call.undecided }
      if truth { return .array(inner) }
    }
    return .nil
  }
}
