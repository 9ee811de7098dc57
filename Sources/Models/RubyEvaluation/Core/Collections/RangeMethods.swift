/// `Range`; what it shares with all collections is in `Enumerable`.
enum RangeMethods {
  static func define(in table: CoreTable) {
    table.defineOnItself("new", arity: CoreArity(2, 3), unknowns: .taken) { call in
      .range(RubyInterval(call[0].settled, call[1].settled, isExclusive: call[2].truth ?? false))
    }
    let ranges = table.ranges
    ranges.define("begin") { range, _ in range.low }
    ranges.define("end") { range, _ in range.high }
    ranges.define("exclude_end?") { range, _ in .boolean(range.isExclusive) }
    ranges.define("first", arity: CoreArity(0, 1)) { (range, call) throws(Unwinding) in
      guard call.count == 1 else {
        if range.low.isNil {
          throw call.raise("RangeError", "cannot get the first element of beginless range")
        }
        return range.low
      }
      return try beginning(call)
    }
    ranges.define("last", arity: CoreArity(0, 1)) { (range, call) throws(Unwinding) in
      if range.high.isNil { throw call.raise("RangeError", "cannot get the last element of endless range") }
      guard call.count == 1 else { return range.high }
      guard let elements = try call.elements(of: call.receiver) else { return call.untold }
      return call.make(Array(elements.suffix(max(0, try call.integer(0)))))
    }
    ranges.define("to_a", "to_ary", "entries") { (range, call) throws(Unwinding) in
      if range.high.isNil { throw call.raise("RangeError", "cannot convert endless range to an array") }
      return try call.elements(of: call.receiver).map { call.make($0) } ?? call.untold
    }
    ranges.define("each") { (_, call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      let isTold = try call.walk(call.receiver) { (element) throws(Unwinding) in
        _ = try call.yield(element)
        return .goOn
      }
      return isTold ? call.receiver : call.untold
    }
    defineQuestions(ranges)
    defineSteps(ranges)
  }

  private static func beginning(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    let count = try call.integer(0)
    guard count >= 0 else { throw call.raise("ArgumentError", "negative array size (or size too big)") }
    var found: [RubyValue] = []
    guard count > 0 else { return .array(RubyArray([])) }
    let isTold = try call.walk(call.receiver) { (element) throws(Unwinding) in
      try call.reserve(elements: 1)
      found.append(element)
      return found.count == count ? .stop : .goOn
    }
    return isTold ? call.make(found) : call.untold
  }

  private static func defineQuestions(_ ranges: KindTable<RubyInterval>) {
    ranges.define("include?", "member?", "cover?", "===", arity: 1) { (range, call) throws(Unwinding) in
      if case .range(let inner) = call[0] { return call.boolean(try covers(range, inner, call)) }
      return call.boolean(try contains(range, call[0], call))
    }
    ranges.define("==", "eql?", arity: 1) { range, call in
      .boolean(RubyKey(call.receiver) == RubyKey(call[0]))
    }
    ranges.define("size", "count", arity: CoreArity(0, 1)) { (range, call) throws(Unwinding) in
      let asksCount = call.run.spelling(of: call.name) == "count"
      if asksCount, call.block != nil || call.count == 1 {
        guard let elements = try call.elements(of: call.receiver) else { return call.untold }
        return try call.run.call(
          call.make(elements), call.name, call.arguments, block: call.block, at: call.place)
      }
      guard case .integer(let low) = range.low else {
        guard asksCount, let elements = try call.elements(of: call.receiver) else { return .nil }
        return .integer(elements.count)
      }
      if range.high.isNil { return .float(.infinity) }
      let last = try call.lastInteger(of: range)
      let (count, overflow) = last.subtractingReportingOverflow(low)
      return overflow || count == .max ? call.unknown("the number is too large") : .integer(max(0, count + 1))
    }
    ranges.define("inspect") { (_, call) throws(Unwinding) in
      try call.ownInspection(of: call.receiver).map { call.make($0) } ?? call.untold
    }
    ranges.define("to_s") { (range, call) throws(Unwinding) in
      guard let low = try call.text(of: range.low), let high = try call.text(of: range.high) else {
        return call.untold
      }
      return call.make(low + Array((range.isExclusive ? "..." : "..").utf8) + high)
    }
    for (name, sign) in [("min", 1), ("max", -1)] {
      ranges.define(name, arity: CoreArity(0, 1)) { (range, call) throws(Unwinding) in
        if call.block == nil, call.count == 0, case .integer(let low) = range.low, !range.high.isNil {
          let last = try call.lastInteger(of: range)
          return low > last ? .nil : .integer(sign > 0 ? low : last)
        }
        guard let elements = try call.elements(of: call.receiver) else { return call.untold }
        return try call.run.call(
          call.make(elements), call.name, call.arguments, block: call.block, at: call.place)
      }
    }
    ranges.define("sum", arity: CoreArity(0, 1)) { (range, call) throws(Unwinding) in
      guard let elements = try call.elements(of: call.receiver) else { return call.untold }
      return try call.run.call(
        call.make(elements), call.name, call.arguments, block: call.block, at: call.place)
    }
  }

  /// Whether a value lies in a range; nil where it cannot be told.
  static func contains(_ range: RubyInterval, _ value: RubyValue, _ call: CoreCall) throws(Unwinding) -> Bool?
  {
    if range.low.doubt != nil || range.high.doubt != nil || value.doubt != nil { return nil }
    if !range.low.isNil {
      guard let order = try softOrder(range.low, value, call) else { return false }
      if order > 0 { return false }
    }
    guard !range.high.isNil else { return true }
    guard let order = try softOrder(value, range.high, call) else { return false }
    return range.isExclusive ? order < 0 : order <= 0
  }

  private static func covers(
    _ range: RubyInterval, _ inner: RubyInterval, _ call: CoreCall
  ) throws(Unwinding) -> Bool? {
    guard let low = try contains(range, inner.low, call), let high = try contains(range, inner.high, call)
    else {
      return nil
    }
    if low, !high, inner.isExclusive, range.isExclusive { return try call.areEqual(inner.high, range.high) }
    return low && high
  }

  /// The order of two values; nil where they do not compare.
  private static func softOrder(_ a: RubyValue, _ b: RubyValue, _ call: CoreCall) throws(Unwinding) -> Int? {
    if case .integer(let order) = try call.send(a, .compare, b) { return order }
    return nil
  }

  private static func defineSteps(_ ranges: KindTable<RubyInterval>) {
    ranges.define("step", "%", arity: CoreArity(0, 1)) { (range, call) throws(Unwinding) in
      let elements = try steps(of: range, call)
      guard let elements else { return call.unknown("such a step is not followed") }
      guard call.block != nil else { return Enumeration.over(elements, call) }
      for element in elements { _ = try call.yield(element) }
      return call.receiver
    }
  }

  /// The numbers of a range at a distance; nil where they are not followed.
  private static func steps(of range: RubyInterval, _ call: CoreCall) throws(Unwinding) -> [RubyValue]? {
    switch (range.low, range.high) {
    case (.integer(let low), .integer):
      if case .float(let by) = call[0] { return try progression(of: range, by: by, call) }
      let by = call.count == 0 ? 1 : try call.integer(0)
      guard by > 0 else {
        throw call.raise("ArgumentError", by == 0 ? "step can't be 0" : "step can't be negative")
      }
      return try progression(from: low, to: try call.lastInteger(of: range), by: by, call)
    case (.float, .float), (.float, .integer), (.integer, .float):
      let by: Double? =
        switch call[0] {
        case .float(let number): number
        case .integer(let number): Double(number)
        case .nil: 1
        default: nil
        }
      guard let by, by > 0 else { return nil }
      return try progression(of: range, by: by, call)
    default: return nil
    }
  }

  private static func progression(
    of range: RubyInterval, by step: Double, _ call: CoreCall
  ) throws(Unwinding) -> [RubyValue]? {
    guard let low = NumericText.double(of: range.low), let high = NumericText.double(of: range.high), step > 0
    else { return nil }
    // As Ruby counts the steps, with room for what rounding loses.
    let exact = (high - low) / step
    let slack = (abs(low) + abs(high) + abs(high - low)) / abs(step) * Double.ulpOfOne
    let whole = (exact + min(slack, 0.5)).rounded(.down)
    guard whole >= 0, let count = Int(exactly: whole) else { return [] }
    try call.reserve(elements: count + 1)
    var elements: [RubyValue] = []
    for index in 0...count {
      let number = Double(index) * step + low
      if range.isExclusive, number >= high { break }
      elements.append(.float(min(number, high)))
    }
    return elements
  }

  private static func progression(
    from low: Int, to high: Int, by step: Int, _ call: CoreCall
  ) throws(Unwinding) -> [RubyValue] {
    var elements: [RubyValue] = []
    var number = low
    while number <= high {
      try call.reserve(elements: 1)
      elements.append(.integer(number))
      let (next, overflow) = number.addingReportingOverflow(step)
      if overflow { break }
      number = next
    }
    return elements
  }
}
