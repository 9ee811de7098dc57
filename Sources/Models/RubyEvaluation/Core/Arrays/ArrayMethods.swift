/// `Array`; what it shares with all collections is in `Enumerable`.
enum ArrayMethods {
  static func define(in table: CoreTable) {
    defineCreation(table)
    defineWalks(table.arrays)
    defineQuestions(table.arrays)
    ArrayAccess.define(in: table.arrays)
    ArrayChanges.define(in: table.arrays)
    ArrayFilters.define(in: table.arrays)
    ArrayAlgebra.define(in: table.arrays)
    ArrayCombinations.define(in: table.arrays)
    ArrayText.define(in: table.arrays)
  }

  private static func defineCreation(_ table: CoreTable) {
    table.arrays.define("initialize", arity: CoreArity(0, 2)) { (array, call) throws(Unwinding) in
      array.elements = try initialElements(call)
      return .nil
    }
    table.defineOnItself("[]", arity: .any, unknowns: .taken) { call in
      call.instance(call.make(call.arguments))
    }
  }

  private static func initialElements(_ call: CoreCall) throws(Unwinding) -> [RubyValue] {
    if case .array(let other) = call[0] { return other.elements }
    let count = call.count == 0 ? 0 : try call.integer(0)
    guard count >= 0 else { throw call.raise("ArgumentError", "negative array size") }
    try call.reserve(elements: count)
    guard call.block != nil else { return [RubyValue](repeating: call[1], count: count) }
    var elements: [RubyValue] = []
    for index in 0..<count { elements.append(try call.yield(.integer(index))) }
    return elements
  }

  private static func defineWalks(_ arrays: KindTable<RubyArray>) {
    arrays.define("each") { (array, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      var index = 0
      // The block may change the array.
      while index < array.elements.count {
        _ = try call.yield(array.elements[index])
        index += 1
      }
      return call.receiver
    }
    arrays.define("each_index") { (array, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      for index in array.elements.indices { _ = try call.yield(.integer(index)) }
      return call.receiver
    }
  }

  private static func defineQuestions(_ arrays: KindTable<RubyArray>) {
    arrays.define("length", "size") { array, _ in .integer(array.elements.count) }
    arrays.define("empty?") { array, _ in .boolean(array.elements.isEmpty) }
    arrays.define("frozen?") { array, _ in .boolean(array.isFrozen) }
    arrays.define("to_a", "to_ary", "entries") { _, call in call.receiver }
    arrays.define("==", arity: 1) { (array, call) throws(Unwinding) in
      guard case .array(let other) = call[0] else { return .boolean(false) }
      return call.boolean(try equal(array, other, call))
    }
    arrays.define("eql?", arity: 1) { array, call in .boolean(RubyKey(call.receiver) == RubyKey(call[0])) }
    arrays.define("<=>", arity: 1) { (array, call) throws(Unwinding) in
      guard case .array(let other) = call[0] else { return .nil }
      for (a, b) in zip(array.elements, other.elements) {
        switch try call.send(a, .compare, b) {
        case .integer(0): continue
        case let order: return order
        }
      }
      return .integer((array.elements.count - other.elements.count).signum())
    }
  }

  /// Whether two arrays have equal elements; nil where it cannot be told.
  private static func equal(
    _ a: RubyArray, _ b: RubyArray, _ call: CoreCall
  ) throws(Unwinding) -> Bool? {
    if a === b { return true }
    guard a.elements.count == b.elements.count else { return false }
    var isDoubtful = false
    for (left, right) in zip(a.elements, b.elements) {
      switch try call.areEqual(left, right) {
      case false?: return false
      case nil: isDoubtful = true
      case true?: break
      }
    }
    return isDoubtful ? nil : true
  }
}
