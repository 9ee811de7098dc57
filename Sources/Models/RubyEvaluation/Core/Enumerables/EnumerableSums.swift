/// `Enumerable`: one value out of all elements.
enum EnumerableSums {
  static func define(in table: CoreTable) {
    let walks = table.walks
    walks.define("inject", "reduce", arity: CoreArity(0, 2)) { (elements, call) throws(Unwinding) in
      try fold(elements, call)
    }
    walks.define("sum", arity: CoreArity(0, 1)) { (elements, call) throws(Unwinding) in
      try sum(elements, call)
    }
    walks.define("tally") { (elements, call) throws(Unwinding) in
      let result = RubyHash()
      for element in elements {
        if element.doubt != nil { return call.untold }
        let key = element.asKey
        if case .integer(let count)? = result[key] {
          result[key] = .integer(count + 1)
        } else {
          result[key] = .integer(1)
        }
      }
      return .hash(result)
    }
    defineOrder(walks)
  }

  private static func fold(_ elements: [RubyValue], _ call: CoreCall) throws(Unwinding) -> RubyValue {
    var elements = elements[...]
    var message: RubySymbol?
    var memo: RubyValue?
    let isNamed = call.block == nil || call.count == 2
    if isNamed, call.count > 0 {
      switch call[call.count - 1] {
      case .symbol(let symbol): message = symbol
      case .string(let string): message = call.run.symbol(string.string)
      default:
        throw call.raise(
          "TypeError", "\(try call.inspection(of: call[0]) ?? "?") is not a symbol nor a string")
      }
    }
    if call.count == 2 || call.count == 1 && !isNamed { memo = call[0] }
    if memo == nil { memo = elements.popFirst() }
    guard var result = memo else { return .nil }
    for element in elements {
      if let message {
        result = try call.run.call(result, message, [element], at: call.place)
      } else {
        result = try call.yield(result, element)
      }
    }
    return result
  }

  private static func sum(_ elements: [RubyValue], _ call: CoreCall) throws(Unwinding) -> RubyValue {
    var total = call.count == 1 ? call[0] : .integer(0)
    // Kahan and Babuska, as Ruby adds floats.
    var compensation = 0.0
    for element in elements {
      let value = call.block == nil ? element : try call.yield(element)
      switch (total, value) {
      case (.float(let sum), .float(let number)) where sum.isFinite && number.isFinite:
        let next = sum + number
        compensation += abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
        total = .float(next)
      case (.float(let sum), .integer(let number)): total = .float(sum + Double(number))
      default: total = try call.send(total, .plus, value)
      }
    }
    if case .float(let sum) = total, compensation != 0 { return .float(sum + compensation) }
    return total
  }

  private static func defineOrder(_ walks: WalkTable) {
    for (name, sign) in [("min", 1), ("max", -1)] {
      walks.define(name, arity: CoreArity(0, 1)) { (elements, call) throws(Unwinding) in
        if call[0].isNil {
          return try call.extreme(elements, sign: sign) { (a, b) throws(Unwinding) in
            try call.blockOrder(a, b)
          }
            ?? call.undecided
        }
        let ordered = try call.sorted(elements) { (a, b) throws(Unwinding) in
          try call.blockOrder(a, b).map { $0 * sign }
        }
        guard let ordered else { return call.undecided }
        return call.make(Array(ordered.prefix(max(0, try call.integer(0)))))
      }
      walks.define("\(name)_by", arity: CoreArity(0, 1), block: .enumerator) {
        (elements, call) throws(Unwinding) in
        if call[0].isNil { return try best(elements, sign: sign, call) }
        guard var ordered = try call.sortedByBlock(elements) else { return call.undecided }
        if sign < 0 { ordered.reverse() }
        return call.make(Array(ordered.prefix(max(0, try call.integer(0)))))
      }
    }
    walks.define("minmax") { (elements, call) throws(Unwinding) in
      let least = try call.extreme(elements, sign: 1) { (a, b) throws(Unwinding) in try call.blockOrder(a, b)
      }
      let most = try call.extreme(elements, sign: -1) { (a, b) throws(Unwinding) in try call.blockOrder(a, b)
      }
      guard let least, let most else { return call.undecided }
      return call.make([least, most])
    }
    walks.define("minmax_by", block: .enumerator) { (elements, call) throws(Unwinding) in
      guard let ordered = try call.sortedByBlock(elements) else { return call.undecided }
      return call.make([ordered.first ?? .nil, ordered.last ?? .nil])
    }
    walks.define("sort") { (elements, call) throws(Unwinding) in
      try call.sorted(elements) { (a, b) throws(Unwinding) in try call.blockOrder(a, b) }
        .map { call.make($0) } ?? call.undecided
    }
    walks.define("sort_by", block: .enumerator) { (elements, call) throws(Unwinding) in
      try call.sortedByBlock(elements).map { call.make($0) } ?? call.undecided
    }
  }

  /// The first of those whose key is least, or greatest where the sign is negative.
  private static func best(
    _ elements: [RubyValue], sign: Int, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    var best: (element: RubyValue, key: RubyValue)?
    for element in elements {
      let key = try call.yield(element)
      if let known = best {
        guard let way = try call.compare(key, known.key) else { return call.undecided }
        if way * sign >= 0 { continue }
      }
      best = (element, key)
    }
    return best?.element ?? .nil
  }
}
