/// `Enumerable`: questions about the elements.
enum EnumerableSearch {
  static func define(in table: CoreTable) {
    defineFinding(table)
    defineQuantifiers(table)
    let walks = table.walks
    walks.define("count", arity: CoreArity(0, 1)) { (elements, call) throws(Unwinding) in
      guard call.count == 1 || call.block != nil else { return .integer(elements.count) }
      var count = 0
      for element in elements {
        let truth = call.count == 1 ? try call.areEqual(element, call[0]) : try call.test(element)
        guard let truth else { return call.undecided }
        if truth { count += 1 }
      }
      return .integer(count)
    }
    table.define("include?", "member?", arity: 1) { (call) throws(Unwinding) in
      try call.search { (element) throws(Unwinding) in try call.areEqual(element, call[0]) }
        .answer(call) { .boolean($0 != nil) }
    }
  }

  private static func defineFinding(_ table: CoreTable) {
    table.define("find", "detect", arity: CoreArity(0, 1)) { (call) throws(Unwinding) in
      guard call.block != nil else { return call.enumerator() }
      return try call.search { (element) throws(Unwinding) in try call.test(element) }
        .answer(call) { $0?.element ?? .nil }
    }
    table.define("find_index", arity: CoreArity(0, 1)) { (call) throws(Unwinding) in
      guard call.block != nil || call.count == 1 else { return call.enumerator() }
      let found = try call.search { (element) throws(Unwinding) in
        call.count == 1 ? try call.areEqual(element, call[0]) : try call.test(element)
      }
      return found.answer(call) { $0.map { .integer($0.index) } ?? .nil }
    }
  }

  private static func defineQuantifiers(_ table: CoreTable) {
    table.define("any?", arity: CoreArity(0, 1)) { (call) throws(Unwinding) in
      try call.search { (element) throws(Unwinding) in try call.holds(element) }
        .answer(call) { .boolean($0 != nil) }
    }
    table.define("all?", arity: CoreArity(0, 1)) { (call) throws(Unwinding) in
      try call.search { (element) throws(Unwinding) in try call.holds(element).map { !$0 } }
        .answer(call) { .boolean($0 == nil) }
    }
    table.define("none?", arity: CoreArity(0, 1)) { (call) throws(Unwinding) in
      try call.search { (element) throws(Unwinding) in try call.holds(element) }
        .answer(call) { .boolean($0 == nil) }
    }
    table.walks.define("one?", arity: CoreArity(0, 1)) { (elements, call) throws(Unwinding) in
      var count = 0
      for element in elements {
        guard let truth = try call.holds(element) else { return call.undecided }
        if truth { count += 1 }
      }
      return .boolean(count == 1)
    }
  }
}

/// What a search found.
enum SearchResult {
  case found(element: RubyValue, index: Int)
  case nothing
  case undecided

  func answer(_ call: CoreCall, _ make: ((element: RubyValue, index: Int)?) -> RubyValue) -> RubyValue {
    switch self {
    case .found(let element, let index): make((element, index))
    case .nothing: make(nil)
    case .undecided: call.undecided
    }
  }
}

extension CoreCall {
  /// The first element of the receiver that something is true of; one of which that cannot be told leaves it
  /// undecided unless a later one decides.
  func search(
    _ isWanted: @escaping (RubyValue) throws(Unwinding) -> Bool?
  ) throws(Unwinding) -> SearchResult {
    var result = SearchResult.nothing
    var doubted = false
    var index = 0
    let isTold = try walk(receiver) { (element) throws(Unwinding) in
      switch try isWanted(element) {
      case nil: doubted = true
      case true?:
        result = .found(element: element, index: index)
        return .stop
      case false?: break
      }
      index += 1
      return .goOn
    }
    guard doubted || !isTold else { return result }
    // That there is one is sure, which one is not.
    let asksOnlyWhether = ["any?", "all?", "none?", "include?", "member?"].contains(run.spelling(of: name))
    if case .found = result, asksOnlyWhether { return result }
    return .undecided
  }

  /// What `any?` and its like ask of an element: the pattern, the block or its own truth; nil where it cannot be told.
  func holds(_ element: RubyValue) throws(Unwinding) -> Bool? {
    if count == 1 { return try send(self[0], .caseEquals, element).truth }
    return block == nil ? element.truth : try test(element)
  }
}
