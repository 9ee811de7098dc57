/// `Enumerable`: the elements that a block or a number chooses.
enum EnumerableChoice {
  static func define(in table: CoreTable) {
    let walks = table.walks
    walks.define("select", "filter", "find_all", block: .enumerator) { (elements, call) throws(Unwinding) in
      try chosen(elements, keeping: true, call).map { call.make($0) } ?? call.undecided
    }
    walks.define("reject", block: .enumerator) { (elements, call) throws(Unwinding) in
      try chosen(elements, keeping: false, call).map { call.make($0) } ?? call.undecided
    }
    walks.define("filter_map", block: .enumerator) { (elements, call) throws(Unwinding) in
      var result: [RubyValue] = []
      for element in elements {
        let value = try call.yield(element)
        guard let truth = value.truth else { return call.undecided }
        if truth { result.append(value) }
      }
      return call.make(result)
    }
    walks.define("partition", block: .enumerator) { (elements, call) throws(Unwinding) in
      var sides: ([RubyValue], [RubyValue]) = ([], [])
      for element in elements {
        guard let truth = try call.test(element) else { return call.undecided }
        if truth { sides.0.append(element) } else { sides.1.append(element) }
      }
      return call.make([call.make(sides.0), call.make(sides.1)])
    }
    walks.define("grep", arity: 1) { (elements, call) throws(Unwinding) in
      try grep(elements, keeping: true, call)
    }
    walks.define("grep_v", arity: 1) { (elements, call) throws(Unwinding) in
      try grep(elements, keeping: false, call)
    }
    walks.define("drop", arity: 1) { (elements, call) throws(Unwinding) in
      let count = try call.integer(0)
      guard count >= 0 else { throw call.raise("ArgumentError", "attempt to drop negative size") }
      return call.make(Array(elements.dropFirst(count)))
    }
    walks.define("drop_while", block: .enumerator) { (elements, call) throws(Unwinding) in
      for (index, element) in elements.enumerated() {
        guard let truth = try call.test(element) else { return call.undecided }
        if !truth { return call.make(Array(elements[index...])) }
      }
      return .array(RubyArray([]))
    }
    walks.define("compact") { elements, call in compacted(elements).map { call.make($0) } ?? call.untold }
    walks.define("uniq") { (elements, call) throws(Unwinding) in
      try unique(elements, call).map { call.make($0) } ?? call.undecided
    }
    defineBeginnings(table)
  }

  /// The elements that the block says yes or no to; nil where it cannot be told.
  static func chosen(
    _ elements: [RubyValue], keeping: Bool, _ call: CoreCall
  ) throws(Unwinding) -> [RubyValue]? {
    var result: [RubyValue] = []
    for element in elements {
      guard let truth = try call.test(element) else { return nil }
      if truth == keeping { result.append(element) }
    }
    return result
  }

  /// The elements that are not nil; nil where it cannot be told.
  static func compacted(_ elements: [RubyValue]) -> [RubyValue]? {
    for case .unknown in elements { return nil }
    return elements.filter { !$0.isNil }
  }

  /// The first elements of each value or of each key that the block gives; nil where it cannot be told.
  static func unique(_ elements: [RubyValue], _ call: CoreCall) throws(Unwinding) -> [RubyValue]? {
    var seen: Set<RubyKey> = []
    var result: [RubyValue] = []
    for element in elements {
      let key = call.block == nil ? element : try call.yield(element)
      if key.doubt != nil || comparesItself(key, call), elements.count > 1 { return nil }
      if seen.insert(RubyKey(key)).inserted { result.append(element) }
    }
    return result
  }

  /// Whether an object has a way of its own to say to which others it is equal.
  private static func comparesItself(_ value: RubyValue, _ call: CoreCall) -> Bool {
    guard case .object = value else { return false }
    let method = call.run.method(call.run.symbol("eql?"), of: call.run.module(of: value))
    return method.map { !$0.owner.isCore } ?? false
  }

  private static func grep(
    _ elements: [RubyValue], keeping: Bool, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    var result: [RubyValue] = []
    for element in elements {
      guard let truth = try call.send(call[0], .caseEquals, element).truth else { return call.undecided }
      guard truth == keeping else { continue }
      result.append(call.block == nil ? element : try call.yield(element))
    }
    return call.make(result)
  }

  /// What needs no more than the beginning, and so ends on what has no end.
  private static func defineBeginnings(_ table: CoreTable) {
    table.define("first", arity: CoreArity(0, 1)) { (call) throws(Unwinding) in
      guard call.count == 0 else { return try beginning(call) }
      var found = RubyValue.nil
      let isTold = try call.walk(call.receiver) { (element) throws(Unwinding) in
        found = element
        return .stop
      }
      return isTold ? found : call.untold
    }
    table.define("take", arity: 1) { (call) throws(Unwinding) in try beginning(call) }
    table.define("take_while") { (call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      var found: [RubyValue] = []
      var isDecided = true
      let isTold = try call.walk(call.receiver) { (element) throws(Unwinding) in
        guard let truth = try call.test(element) else {
          isDecided = false
          return .stop
        }
        guard truth else { return .stop }
        try call.reserve(elements: 1)
        found.append(element)
        return .goOn
      }
      return isTold && isDecided ? call.make(found) : call.undecided
    }
  }

  private static func beginning(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    let count = try call.integer(0)
    guard count >= 0 else {
      if case .array = call.receiver, call.run.spelling(of: call.name) == "first" {
        throw call.raise("ArgumentError", "negative array size")
      }
      throw call.raise("ArgumentError", "attempt to take negative size")
    }
    guard count > 0 else { return .array(RubyArray([])) }
    var found: [RubyValue] = []
    let isTold = try call.walk(call.receiver) { (element) throws(Unwinding) in
      try call.reserve(elements: 1)
      found.append(element)
      return found.count == count ? .stop : .goOn
    }
    return isTold ? call.make(found) : call.untold
  }
}
