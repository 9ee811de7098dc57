/// What an `Enumerator::Lazy` walks, and what it does to each element.
final class LazyEnumeration: RubyPayload {
  enum Step {
    case map(RubyProcedure)
    case select(RubyProcedure, keeping: Bool)
    case takeWhile(RubyProcedure)
    case take(Int)
    case drop(Int)
  }

  let source: RubyValue
  let steps: [Step]

  init(_ source: RubyValue, steps: [Step]) {
    self.source = source
    self.steps = steps
  }

  var held: [RubyValue] {
    [source]
      + steps.compactMap { step in
        switch step {
        case .map(let block), .select(let block, _), .takeWhile(let block): .procedure(block)
        case .take, .drop: nil
        }
      }
  }
}

/// `Enumerator::Lazy`.
enum LazyMethods {
  static func define(in table: CoreTable) {
    table.module.included = [table.run.classes.enumerable]
    let lazies = table.payloads(LazyEnumeration.self)
    func chain(_ names: String..., step: @escaping (RubyProcedure) -> LazyEnumeration.Step) {
      for name in names {
        lazies.define(name) { (lazy, call) throws(Unwinding) in
          guard let block = call.block else {
            throw call.raise("ArgumentError", "tried to call lazy without a block")
          }
          return try longer(lazy, by: step(block), call)
        }
      }
    }
    chain("map", "collect") { .map($0) }
    chain("select", "filter") { .select($0, keeping: true) }
    chain("reject") { .select($0, keeping: false) }
    chain("take_while") { .takeWhile($0) }
    lazies.define("take", arity: 1) { (lazy, call) throws(Unwinding) in
      try longer(lazy, by: .take(try call.integer(0)), call)
    }
    lazies.define("drop", arity: 1) { (lazy, call) throws(Unwinding) in
      try longer(lazy, by: .drop(try call.integer(0)), call)
    }
    lazies.define("lazy") { _, call in call.receiver }
    lazies.define("force", "to_a") { (_, call) throws(Unwinding) in
      try call.elements(of: call.receiver).map { call.make($0) } ?? call.untold
    }
    lazies.define("each") { (lazy, call) throws(Unwinding) in
      guard let block = call.block else { return call.receiver }
      let isTold = try walk(lazy, call) { (element) throws(Unwinding) in
        _ = try call.run.call(block, [element], at: call.place)
      }
      return isTold ? call.receiver : call.undecided
    }
  }

  private static func longer(
    _ lazy: LazyEnumeration, by step: LazyEnumeration.Step, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    try call.reserve(elements: lazy.steps.count + 1)
    return .object(
      RubyObject(
        of: call.run.libraryClass("Enumerator::Lazy"),
        payload: LazyEnumeration(lazy.source, steps: lazy.steps + [step])))
  }

  /// What becomes of an element.
  private enum Fate { case passes(RubyValue), isLast(RubyValue), falls, ends, undecided }

  private static func walk(
    _ lazy: LazyEnumeration, _ call: CoreCall, _ visit: @escaping (RubyValue) throws(Unwinding) -> Void
  ) throws(Unwinding) -> Bool {
    var counts = [Int](repeating: 0, count: lazy.steps.count)
    var isDecided = true
    for case .take(0) in lazy.steps { return true }
    let isTold = try call.walk(lazy.source) { (element) throws(Unwinding) in
      switch try fate(of: element, lazy.steps, &counts, call) {
      case .passes(let value): try visit(value)
      case .isLast(let value):
        try visit(value)
        return .stop
      case .falls: break
      case .ends: return .stop
      case .undecided:
        isDecided = false
        return .stop
      }
      return .goOn
    }
    return isTold && isDecided
  }

  private static func fate(
    of element: RubyValue, _ steps: [LazyEnumeration.Step], _ counts: inout [Int], _ call: CoreCall
  ) throws(Unwinding) -> Fate {
    var value = element
    var isLast = false
    for (index, step) in steps.enumerated() {
      switch step {
      case .map(let block): value = try call.run.call(block, [value], at: call.place)
      case .select(let block, let keeping):
        guard let truth = try call.run.call(block, [value], at: call.place).truth else { return .undecided }
        if truth != keeping { return isLast ? .ends : .falls }
      case .takeWhile(let block):
        guard let truth = try call.run.call(block, [value], at: call.place).truth else { return .undecided }
        if !truth { return .ends }
      case .take(let count):
        counts[index] += 1
        if counts[index] >= count { isLast = true }
      case .drop(let count):
        counts[index] += 1
        if counts[index] <= count { return isLast ? .ends : .falls }
      }
    }
    return isLast ? .isLast(value) : .passes(value)
  }
}
