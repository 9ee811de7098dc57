extension CoreCall {
  /// `a <=> b`: below, above or 0; nil where it cannot be told. Raises ArgumentError where they do not compare.
  func compare(_ a: RubyValue, _ b: RubyValue) throws(Unwinding) -> Int? {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): return a < b ? -1 : a > b ? 1 : 0
    case (.string(let a), .string(let b)) where a.doubt == nil && b.doubt == nil:
      return Self.order(of: a.bytes, b.bytes)
    default: break
    }
    if a.doubt != nil || b.doubt != nil { return nil }
    switch try send(a, .compare, b) {
    case .integer(let order): return order.signum()
    case .float(let order): return order < 0 ? -1 : order > 0 ? 1 : 0
    case .unknown: return nil
    default: throw try noComparison(a, b)
    }
  }

  static func order(of a: [UInt8], _ b: [UInt8]) -> Int {
    for (left, right) in zip(a, b) where left != right { return left < right ? -1 : 1 }
    return (a.count - b.count).signum()
  }

  /// "comparison of Integer with nil failed".
  func noComparison(_ a: RubyValue, _ b: RubyValue) throws(Unwinding) -> Unwinding {
    let other =
      switch b {
      case .nil, .boolean, .float, .integer: try inspection(of: b) ?? "?"
      default: run.className(of: b)
      }
    return raise("ArgumentError", "comparison of \(run.className(of: a)) with \(other) failed")
  }

  /// The order that the block gives two values; without a block, their own.
  func blockOrder(_ a: RubyValue, _ b: RubyValue) throws(Unwinding) -> Int? {
    guard block != nil else { return try compare(a, b) }
    switch try yield(a, b) {
    case .integer(let order): return order.signum()
    case .float(let order): return order < 0 ? -1 : order > 0 ? 1 : 0
    case .unknown: return nil
    default: throw try noComparison(a, b)
    }
  }

  /// Sorts values; nil where the order of two cannot be told.
  func sorted(
    _ values: [RubyValue], by order: (RubyValue, RubyValue) throws(Unwinding) -> Int?
  ) throws(Unwinding) -> [RubyValue]? {
    var current = values
    var width = 1
    while width < current.count {
      var merged: [RubyValue] = []
      merged.reserveCapacity(current.count)
      var start = 0
      while start < current.count {
        let middle = min(start + width, current.count)
        let end = min(middle + width, current.count)
        var left = start
        var right = middle
        while left < middle, right < end {
          guard let way = try order(current[left], current[right]) else { return nil }
          if way <= 0 {
            merged.append(current[left])
            left += 1
          } else {
            merged.append(current[right])
            right += 1
          }
        }
        merged += current[left..<middle]
        merged += current[right..<end]
        start = end
      }
      current = merged
      width *= 2
    }
    return current
  }

  /// Values in the order of the keys that the block gives them; nil where it cannot be told.
  func sortedByBlock(_ values: [RubyValue]) throws(Unwinding) -> [RubyValue]? {
    var pairs: [RubyValue] = []
    for value in values { pairs.append(.array(RubyArray([try yield(value), value]))) }
    let ordered = try sorted(pairs) { (a, b) throws(Unwinding) in
      guard case .array(let a) = a, case .array(let b) = b else { return nil }
      return try compare(a.elements[0], b.elements[0])
    }
    return ordered?.compactMap { if case .array(let pair) = $0 { pair.elements[1] } else { nil } }
  }

  /// The least value by an order of which 1 is behind; nil where it cannot be told.
  func extreme(
    _ values: [RubyValue], sign: Int, by order: (RubyValue, RubyValue) throws(Unwinding) -> Int?
  ) throws(Unwinding) -> RubyValue? {
    guard var best = values.first else { return .nil }
    for value in values.dropFirst() {
      guard let way = try order(best, value) else { return nil }
      if way * sign > 0 { best = value }
    }
    return best
  }
}
