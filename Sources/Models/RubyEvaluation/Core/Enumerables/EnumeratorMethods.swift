/// What an `Enumerator` walks.
final class Enumeration: RubyPayload {
  enum Origin {
    /// A method that was called without its block.
    case calls(RubyValue, RubySymbol, [RubyValue], hasKeywords: Bool)
    /// `Enumerator.new { |yielder| … }`.
    case generates(RubyProcedure)
  }

  let origin: Origin
  /// The elements that `next` gives, and how many it gave.
  var elements: [RubyValue]?
  var position = 0

  init(_ origin: Origin) { self.origin = origin }

  var held: [RubyValue] {
    switch origin {
    case .calls(let receiver, _, let arguments, _): [receiver] + arguments + (elements ?? [])
    case .generates(let body): [.procedure(body)] + (elements ?? [])
    }
  }

  /// An enumerator of elements that are known.
  static func over(_ elements: [RubyValue], _ call: CoreCall) -> RubyValue {
    .object(
      RubyObject(
        of: call.run.libraryClass("Enumerator"),
        payload: Enumeration(.calls(call.make(elements), .known(.each), [], hasKeywords: false))))
  }

  /// Gives the elements to a block; the result is that of the method.
  func each(_ block: RubyProcedure, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    switch origin {
    case .calls(let receiver, let name, let arguments, let hasKeywords):
      return try call.run.call(
        receiver, name, arguments, hasKeywords: hasKeywords, block: block, at: call.place)
    case .generates(let body):
      let yielder = RubyObject(of: call.run.libraryClass("Enumerator::Yielder"), payload: Yielder(block))
      return try call.run.call(body, [.object(yielder)], at: call.place)
    }
  }
}

/// What the block of `Enumerator.new` gives its elements to.
final class Yielder: RubyPayload {
  let block: RubyProcedure

  init(_ block: RubyProcedure) { self.block = block }

  var held: [RubyValue] { [.procedure(block)] }
}

/// `Enumerator`.
enum EnumeratorMethods {
  static func define(in table: CoreTable) {
    table.module.included = [table.run.classes.enumerable]
    table.defineOnItself("new", arity: .any) { (call) throws(Unwinding) in
      guard let block = call.block else { throw call.raise("ArgumentError", "no block given") }
      return .object(
        RubyObject(of: call.run.libraryClass("Enumerator"), payload: Enumeration(.generates(block))))
    }
    let enumerators = table.payloads(Enumeration.self)
    enumerators.define("each", arity: .any) { (enumeration, call) throws(Unwinding) in
      guard let block = call.block else { return call.receiver }
      return try enumeration.each(block, call)
    }
    enumerators.define("with_index", "each_with_index", arity: CoreArity(0, 1)) {
      (enumeration, call) throws(Unwinding) in
      guard let block = call.block else { return call.enumerator() }
      var index = call[0].isNil ? 0 : try call.integer(0)
      let counted = packing(for: call) { (element, inner) throws(Unwinding) in
        index += 1
        return try inner.run.call(block, [element, .integer(index - 1)], at: call.place)
      }
      return try enumeration.each(counted, call)
    }
    enumerators.define("with_object", "each_with_object", arity: 1) { (enumeration, call) throws(Unwinding) in
      guard let block = call.block else { return call.enumerator() }
      let carrying = packing(for: call) { (element, inner) throws(Unwinding) in
        try inner.run.call(block, [element, call[0]], at: call.place)
      }
      _ = try enumeration.each(carrying, call)
      return call[0]
    }
    enumerators.define("size") { (enumeration, call) throws(Unwinding) in
      if case .generates = enumeration.origin { return .nil }
      guard let elements = try call.elements(of: call.receiver) else { return call.untold }
      return .integer(elements.count)
    }
    enumerators.define("rewind") { enumeration, call in
      enumeration.position = 0
      return call.receiver
    }
    enumerators.define("next") { (enumeration, call) throws(Unwinding) in
      let value = try element(of: enumeration, call)
      enumeration.position += 1
      return value
    }
    enumerators.define("peek") { (enumeration, call) throws(Unwinding) in try element(of: enumeration, call) }
    enumerators.define("inspect") { (enumeration, call) throws(Unwinding) in
      guard case .calls(let receiver, let name, let arguments, _) = enumeration.origin else {
        return call.unknown("it shows an address")
      }
      guard let shown = try call.inspection(of: receiver),
        let list = try call.inspection(of: call.make(arguments))
      else { return call.untold }
      let spelled = arguments.isEmpty ? "" : "(" + list.dropFirst().dropLast() + ")"
      return call.make("#<Enumerator: \(shown):\(call.run.spelling(of: name))\(spelled)>")
    }
  }

  /// A block that sees several values as one array.
  private static func packing(
    for call: CoreCall, _ body: @escaping (RubyValue, CoreCall) throws(Unwinding) -> RubyValue
  ) -> RubyProcedure {
    RubyProcedure(
      .core(
        { (inner) throws(Unwinding) in
          try body(inner.count == 1 ? inner[0] : .array(RubyArray(inner.arguments)), inner)
        }, holding: call.held), isLambda: false)
  }

  private static func element(of enumeration: Enumeration, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    guard call.run.certainty == .sure else { return call.unknown("how far it was read cannot be told") }
    if enumeration.elements == nil { enumeration.elements = try call.elements(of: call.receiver) }
    guard let elements = enumeration.elements else { return call.untold }
    guard enumeration.position < elements.count else {
      throw call.raise("StopIteration", "iteration reached an end")
    }
    return elements[enumeration.position]
  }

  static func defineYielder(in table: CoreTable) {
    let yielders = table.payloads(Yielder.self)
    yielders.define("<<", arity: 1, unknowns: .taken) { (yielder, call) throws(Unwinding) in
      _ = try call.run.call(yielder.block, call.arguments, at: call.place)
      return call.receiver
    }
    yielders.define("yield", "call", arity: .any, unknowns: .taken) { (yielder, call) throws(Unwinding) in
      try call.run.call(yielder.block, call.arguments, at: call.place)
    }
  }
}
