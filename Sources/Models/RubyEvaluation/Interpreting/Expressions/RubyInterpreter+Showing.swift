extension RubyInterpreter {
  /// What `to_s` gives; nil where it cannot be told.
  package func text(of value: RubyValue, at place: RubyPlace?) throws(Unwinding) -> [UInt8]? {
    switch value.settled {
    case .unknown: return nil
    case .string(let string): return string.bytes
    case .nil: return []
    case .boolean(let flag): return Array((flag ? "true" : "false").utf8)
    case .integer(let number): return Array(String(number).utf8)
    case .float(let number): return Array(NumericText.text(of: number).utf8)
    case .symbol(let symbol): return Array(spelling(of: symbol).utf8)
    case .array, .hash: return try inspection(of: value, at: place).map { Array($0.utf8) }
    case .range(let range):
      try step(at: place)
      if budget.isDeep { return nil }
      guard let low = try text(of: range.low, at: place), let high = try text(of: range.high, at: place)
      else {
        return nil
      }
      return low + Array((range.isExclusive ? "..." : "..").utf8) + high
    case .pattern(let pattern): return pattern.embedded
    default: return try converted(value, .known(.toString), at: place)?.bytes
    }
  }

  func converted(
    _ value: RubyValue, _ name: RubySymbol, at place: RubyPlace?
  ) throws(Unwinding) -> RubyString? {
    if case .string(let string) = try call(value, name, at: place).settled { return string }
    return nil
  }

  /// What `inspect` gives; nil where it cannot be told.
  package func inspection(of value: RubyValue, at place: RubyPlace?) throws(Unwinding) -> String? {
    var walk = InspectionWalk(run: self, place: place)
    return try walk.text(of: value)
  }
}

extension RubyMethodEntry {
  /// Whether it is written in Swift.
  var isCore: Bool { if case .core = body { true } else { false } }
}
