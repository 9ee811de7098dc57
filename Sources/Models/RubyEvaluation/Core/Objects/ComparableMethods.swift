/// `Comparable`.
enum ComparableMethods {
  static func define(in table: CoreTable) {
    let tests: [(String, (Int) -> Bool)] = [
      ("<", { $0 < 0 }), ("<=", { $0 <= 0 }), (">", { $0 > 0 }), (">=", { $0 >= 0 }),
    ]
    for (name, holds) in tests {
      table.define(name, arity: 1) { (call) throws(Unwinding) in
        call.boolean(try call.compare(call.receiver, call[0]).map(holds))
      }
    }
    table.define("==", arity: 1) { (call) throws(Unwinding) in
      if let first = call.receiver.heap, first === call[0].heap { return .boolean(true) }
      switch try call.send(call.receiver, .compare, call[0]) {
      case .integer(let order): return .boolean(order == 0)
      case let other where other.doubt != nil: return other.settled
      default: return .boolean(false)
      }
    }
    table.define("between?", arity: 2) { (call) throws(Unwinding) in
      guard let low = try call.compare(call.receiver, call[0]),
        let high = try call.compare(call.receiver, call[1])
      else { return call.boolean(nil) }
      return .boolean(low >= 0 && high <= 0)
    }
    table.define("clamp", arity: CoreArity(1, 2)) { (call) throws(Unwinding) in
      var (low, high) = (call[0], call[1])
      if case .range(let range) = call[0] {
        if range.isExclusive, !range.high.isNil {
          throw call.raise("ArgumentError", "cannot clamp with an exclusive range")
        }
        (low, high) = (range.low, range.high)
      }
      if !low.isNil, !high.isNil {
        guard let order = try call.compare(low, high) else { return call.boolean(nil) }
        if order > 0 { throw call.raise("ArgumentError", "min argument must be smaller than max argument") }
      }
      if !low.isNil {
        guard let order = try call.compare(call.receiver, low) else { return call.boolean(nil) }
        if order < 0 { return low }
      }
      if !high.isNil {
        guard let order = try call.compare(call.receiver, high) else { return call.boolean(nil) }
        if order > 0 { return high }
      }
      return call.receiver
    }
  }
}
