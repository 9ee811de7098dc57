/// Whether a walk over a collection goes on.
enum Walk { case goOn, stop }

extension CoreCall {
  /// Shows each element of a collection in turn; false where not all of them can be told.
  ///
  /// What a walk over an endless one makes is bounded by the budget of the run.
  func walk(
    _ value: RubyValue, _ visit: @escaping (RubyValue) throws(Unwinding) -> Walk
  ) throws(Unwinding) -> Bool {
    switch value.settled {
    case .unknown: return false
    case .array(let array):
      var index = 0
      // A block may change the array.
      while index < array.elements.count {
        if case .stop = try visit(array.elements[index]) { return true }
        index += 1
      }
    case .hash(let hash):
      for entry in hash.entries {
        if case .stop = try visit(.array(RubyArray([entry.key, entry.value]))) { return true }
      }
    case .range(let range): return try walk(range, visit)
    default: return try walkEach(value, visit)
    }
    return true
  }

  /// All elements of a collection; nil where they cannot be told.
  func elements(of value: RubyValue) throws(Unwinding) -> [RubyValue]? {
    if case .array(let array) = value, array.doubt == nil { return array.elements }
    var found: [RubyValue] = []
    let isWhole = try walk(value) { (element) throws(Unwinding) in
      try reserve(elements: 1)
      found.append(element)
      return .goOn
    }
    return isWhole ? found : nil
  }

  /// Walks what has only a method `each`.
  private func walkEach(
    _ value: RubyValue, _ visit: @escaping (RubyValue) throws(Unwinding) -> Walk
  ) throws(Unwinding) -> Bool {
    let tag = RubyValue.array(RubyArray([]))
    let block = RubyProcedure(
      .core(
        { (inner) throws(Unwinding) in
          let element = inner.count == 1 ? inner[0] : .array(RubyArray(inner.arguments))
          if case .stop = try visit(element) { throw run.unwind(.toss(tag: tag, .nil)) }
          return .nil
        }, holding: held), isLambda: false)
    do throws(Unwinding) {
      let result = try run.call(value, .known(.each), block: block, at: place)
      return result.doubt == nil
    } catch {
      if case .toss(let thrown, _)? = run.departure, thrown.heap === tag.heap {
        _ = run.takeDeparture()
        return true
      }
      throw error
    }
  }

  private func walk(
    _ range: RubyInterval, _ visit: @escaping (RubyValue) throws(Unwinding) -> Walk
  ) throws(Unwinding) -> Bool {
    switch (range.low, range.high) {
    case (.unknown, _), (_, .unknown): return false
    case (.integer(let low), .integer), (.integer(let low), .float), (.integer(let low), .nil):
      let last = try lastInteger(of: range)
      var number = low
      while number <= last {
        try step()
        if case .stop = try visit(.integer(number)) { return true }
        if number == Int.max { break }
        number += 1
      }
    case (.string(let low), .string(let high)):
      for text in try Succession.strings(
        from: low.bytes, to: high.bytes, isExclusive: range.isExclusive, self)
      {
        if case .stop = try visit(make(text)) { return true }
      }
    case (.nil, _), (.float, _), (.boolean, _):
      throw raise("TypeError", "can't iterate from \(run.className(of: range.low))")
    default: return false
    }
    return true
  }

  /// The last number of a range of integers.
  func lastInteger(of range: RubyInterval) throws(Unwinding) -> Int {
    switch range.high {
    case .integer(let high): return range.isExclusive ? (high == .min ? high : high - 1) : high
    case .float(let high):
      let floor = high.rounded(.down)
      guard let whole = Int(exactly: floor) else { return high > 0 ? .max : .min }
      return range.isExclusive && floor == high ? whole - 1 : whole
    default: return .max
    }
  }

  /// What the block says of a value; nil where that cannot be told.
  func test(_ value: RubyValue) throws(Unwinding) -> Bool? { try yield(value).truth }

  /// An enumerator of the running method, which was called without a block.
  func enumerator() -> RubyValue {
    let origin = Enumeration.Origin.calls(receiver, name, arguments, hasKeywords: hasKeywords)
    return .object(RubyObject(of: run.libraryClass("Enumerator"), payload: Enumeration(origin)))
  }

  /// `unknown` for a result that depends on what a block said.
  var undecided: RubyValue { unknown("what its block says cannot be told") }

  /// `unknown` for a collection whose elements cannot be told.
  var untold: RubyValue { unknown("the elements cannot be told") }
}

extension CoreCall {
  /// Counts elements that are about to be made, which take more room than bytes.
  func reserve(elements count: Int) throws(Unwinding) {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: 16)
    try reserve(overflow ? .max : bytes)
  }

  /// Raises an exception of a class that lies in another, `JSON::ParserError`.
  func raise(path: String, _ message: String) -> Unwinding {
    run.raise(run.libraryClass(path), message, at: place)
  }
}

extension RubyInterpreter {
  /// A class of the library by its path.
  func libraryClass(_ path: String) -> RubyModule {
    var module = classes.object
    for name in path.split(separator: ":", omittingEmptySubsequences: true) {
      guard case .module(let inner)? = module.constants[symbol(String(name))] else { return classes.object }
      module = inner
    }
    return module
  }
}
