/// `Enumerable`: what is made of each element.
enum EnumerableMethods {
  static func define(in table: CoreTable) {
    defineLists(table.walks)
    defineLoops(table.walks)
    EnumerableChoice.define(in: table)
    EnumerableGroups.define(in: table)
    EnumerableSearch.define(in: table)
    EnumerableSums.define(in: table)
  }

  private static func defineLists(_ walks: WalkTable) {
    walks.define("to_a", "entries", arity: .any) { elements, call in call.make(elements) }
    walks.define("map", "collect", block: .enumerator) { (elements, call) throws(Unwinding) in
      call.make(try elements.map { (element) throws(Unwinding) in try call.yield(element) })
    }
    walks.define("flat_map", "collect_concat", block: .enumerator) { (elements, call) throws(Unwinding) in
      var result: [RubyValue] = []
      for element in elements {
        switch try call.yield(element) {
        case .array(let inner) where inner.doubt == nil:
          try call.reserve(elements: inner.elements.count)
          result += inner.elements
        case let other where other.doubt != nil: return call.undecided
        case let other: result.append(other)
        }
      }
      return call.make(result)
    }
    walks.define("zip", arity: .any) { (elements, call) throws(Unwinding) in try zip(elements, call) }
    walks.define("to_h", arity: .any) { (elements, call) throws(Unwinding) in try hash(elements, call) }
    walks.define("to_set") { (elements, call) throws(Unwinding) in
      let values =
        call.block == nil
        ? elements : try elements.map { (element) throws(Unwinding) in try call.yield(element) }
      return SetMethods.make(values, call)
    }
    walks.table.define("lazy") { call in
      .object(
        RubyObject(
          of: call.run.libraryClass("Enumerator::Lazy"), payload: LazyEnumeration(call.receiver, steps: [])))
    }
  }

  private static func zip(_ elements: [RubyValue], _ call: CoreCall) throws(Unwinding) -> RubyValue {
    var others: [[RubyValue]] = []
    for argument in call.arguments {
      guard let other = try call.elements(of: argument) else { return call.untold }
      others.append(other)
    }
    try call.reserve(elements: elements.count * (others.count + 1))
    let rows = elements.indices.map { index in
      call.make([elements[index]] + others.map { index < $0.count ? $0[index] : .nil })
    }
    guard call.block != nil else { return call.make(rows) }
    for row in rows { _ = try call.yield(row) }
    return .nil
  }

  /// A hash of pairs, or of the pairs that the block makes.
  static func hash(_ elements: [RubyValue], _ call: CoreCall) throws(Unwinding) -> RubyValue {
    let result = RubyHash()
    for (index, element) in elements.enumerated() {
      let pair = call.block == nil ? element : try call.yield(element)
      if pair.doubt != nil { return call.undecided }
      guard case .array(let pair) = pair else {
        let what = "wrong element type \(call.run.className(of: pair))"
        throw call.raise(
          "TypeError", call.block == nil ? "\(what) at \(index) (expected array)" : "\(what) (expected array)"
        )
      }
      guard pair.elements.count == 2 else {
        throw call.raise(
          "ArgumentError",
          call.block == nil
            ? "wrong array length at \(index) (expected 2, was \(pair.elements.count))"
            : "element has wrong array length (expected 2, was \(pair.elements.count))")
      }
      if pair.elements[0].doubt != nil { return call.unknown("a key cannot be told") }
      try call.reserve(elements: 2)
      result[pair.elements[0].asKey] = pair.elements[1]
    }
    return .hash(result)
  }

  private static func defineLoops(_ walks: WalkTable) {
    walks.define("each_entry", block: .enumerator) { (elements, call) throws(Unwinding) in
      for element in elements { _ = try call.yield(element) }
      return call.receiver
    }
    walks.define("each_with_index", block: .enumerator) { (elements, call) throws(Unwinding) in
      for (index, element) in elements.enumerated() { _ = try call.yield(element, .integer(index)) }
      return call.receiver
    }
    walks.define("each_with_object", arity: 1, block: .enumerator) { (elements, call) throws(Unwinding) in
      for element in elements { _ = try call.yield(element, call[0]) }
      return call[0]
    }
    walks.define("reverse_each", block: .enumerator) { (elements, call) throws(Unwinding) in
      for element in elements.reversed() { _ = try call.yield(element) }
      return call.receiver
    }
    walks.define("each_slice", arity: 1, block: .enumerator) { (elements, call) throws(Unwinding) in
      let size = try call.integer(0)
      guard size > 0 else { throw call.raise("ArgumentError", "invalid slice size") }
      for start in stride(from: 0, to: elements.count, by: min(size, elements.count + 1)) {
        let end = start + min(size, elements.count - start)
        _ = try call.yield(call.make(Array(elements[start..<end])))
      }
      return call.receiver
    }
    walks.define("each_cons", arity: 1, block: .enumerator) { (elements, call) throws(Unwinding) in
      let size = try call.integer(0)
      guard size > 0 else { throw call.raise("ArgumentError", "invalid size") }
      guard size <= elements.count else { return call.receiver }
      for start in 0...(elements.count - size) {
        try call.reserve(elements: size)
        _ = try call.yield(call.make(Array(elements[start..<start + size])))
      }
      return call.receiver
    }
    walks.define("cycle", arity: CoreArity(0, 1), block: .enumerator) { (elements, call) throws(Unwinding) in
      var rounds = call[0].isNil ? Int.max : try call.integer(0)
      while rounds > 0, !elements.isEmpty {
        for element in elements { _ = try call.yield(element) }
        rounds -= 1
      }
      return .nil
    }
  }
}
