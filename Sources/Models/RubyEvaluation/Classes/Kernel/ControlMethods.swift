/// `raise`, `lambda`, `loop`, `catch` and their like.
enum ControlMethods {
  static func define(in table: CoreTable) {
    table.define("raise", "fail", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      throw try call.run.raising(call)
    }
    table.define("lambda") { (call) throws(Unwinding) in
      guard let block = call.block else {
        throw call.raise("ArgumentError", "tried to create Proc object without a block")
      }
      if case .block(let node, let frame) = block.body {
        return .procedure(call.run.born(RubyProcedure(.block(node, frame), isLambda: true)))
      }
      return .procedure(block)
    }
    table.define("proc") { (call) throws(Unwinding) in
      guard let block = call.block else {
        throw call.raise("ArgumentError", "tried to create Proc object without a block")
      }
      return .procedure(block)
    }
    table.define("block_given?") { call in .boolean(call.run.current?.home.arguments.block != nil) }
    table.define("__method__") { call in
      call.run.current?.home.method.map { .symbol($0.name) } ?? .nil
    }
    table.define("loop") { (call) throws(Unwinding) in try call.run.loop(call) }
    table.define("catch", arity: CoreArity(0, 1)) { (call) throws(Unwinding) in
      let tag = call.count > 0 ? call[0] : .object(RubyObject(of: call.run.classes.object))
      call.run.tags.append(tag)
      defer { call.run.tags.removeLast() }
      return try call.run.boundary { () throws(Unwinding) in
        try call.yield(tag)
      } _: { departure in
        if case .toss(let other, let value) = departure, RubyKey(other) == RubyKey(tag) { value } else { nil }
      }
    }
    table.define("throw", arity: CoreArity(1, 2), unknowns: .taken) { (call) throws(Unwinding) in
      let isAwaited =
        call[0].doubt != nil || call.run.tags.contains { $0.doubt != nil || RubyKey($0) == RubyKey(call[0]) }
      guard isAwaited else {
        let tag = try call.inspection(of: call[0]) ?? "a tag that cannot be told"
        throw call.raise("UncaughtThrowError", "uncaught throw \(tag)")
      }
      throw call.run.unwind(.toss(tag: call[0], call[1]))
    }
    table.define("binding") { call in call.unknown("bindings are not followed") }
    table.define("eval", arity: CoreArity(1, 4), unknowns: .taken) { (call) throws(Unwinding) in
      guard case .string(let text) = call[0], call.count == 1, let frame = call.run.current else {
        return call.unknown("what is evaluated cannot be told")
      }
      return try call.run.run(
        text: text, self: frame.receiver, definee: frame.definee, scope: nil, at: call.place)
    }
    table.define("caller", "caller_locations", arity: .any) { call in
      call.unknown("it depends on the run")
    }
    table.define("exit", "exit!", "abort", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      throw call.raise("SystemExit", "exit")
    }
    table.define("at_exit") { call in call.block.map { .procedure($0) } ?? .nil }
    table.define("local_variables") { call in call.unknown("the list of variables is not followed") }
  }
}

extension RubyInterpreter {
  fileprivate func loop(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    let height = speculations.count
    var rounds = 0
    while true {
      rounds += 1
      do throws(Unwinding) {
        _ = try call.yield()
      } catch {
        let departure = takeDeparture()
        if case .raise(let failure) = departure, failure.className == "StopIteration" { return .nil }
        throw unwind(departure)
      }
      // A way out that may have been taken: a second round shows what changes from round to round, more tell nothing.
      if speculations.count > height, rounds > 1 { return call.unknown("how often it runs cannot be told") }
    }
  }

  /// `raise`, `raise "…"`, `raise Class`, `raise Class, "…"`, `raise exception`.
  fileprivate func raising(_ call: CoreCall) throws(Unwinding) -> Unwinding {
    let arguments = call.positionals
    guard let first = arguments.first else {
      guard let present = handled.last else { return call.raise("RuntimeError", "unhandled exception") }
      return try raising(present, nil, call)
    }
    if case .string(let string) = first { return call.raise("RuntimeError", string.string) }
    return try raising(first, arguments.count > 1 ? call[1] : nil, call)
  }

  private func raising(
    _ value: RubyValue, _ message: RubyValue?, _ call: CoreCall
  ) throws(Unwinding) -> Unwinding {
    switch value {
    case .unknown(let doubt): return raise(unknown: doubt, at: call.place)
    case .module(let module) where module.isClass:
      let arguments = message.map { [$0] } ?? []
      let made = try self.call(value, .known(.new), arguments, at: call.place).settled
      if let doubt = made.doubt { return raise(unknown: doubt, at: call.place) }
      guard case .object = made else { return call.raise("TypeError", "exception class/object expected") }
      return try raising(made, nil, call)
    case .object(let object):
      guard let state = object.payload as? RubyExceptionState else {
        if doubt(of: module(of: value)) != nil {
          return raise(unknown: RubyUnknown("its class cannot be told", at: call.place), at: call.place)
        }
        return call.raise("TypeError", "exception class/object expected")
      }
      if let message { state.message = message }
      return raise(object, state, try self.message(of: value, call), at: call.place)
    default: return call.raise("TypeError", "exception class/object expected")
    }
  }

  /// What `message` gives; nil where it cannot be told.
  private func message(of value: RubyValue, _ call: CoreCall) throws(Unwinding) -> String? {
    let text = try self.call(value, RubySymbol.known(.message), [], at: call.place).settled
    return try self.text(of: text, at: call.place).map { String(decoding: $0, as: UTF8.self) }
  }
}
