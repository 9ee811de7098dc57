/// `Exception` and its kin.
enum ExceptionMethods {
  static func define(in run: RubyInterpreter) {
    let table = CoreTable(run, run.classes.exception)
    let exceptions = table.payloads(RubyExceptionState.self)
    exceptions.define("initialize", arity: .any, unknowns: .taken) { state, call in
      if call.count > 0 { state.message = call[0] }
      return .nil
    }
    exceptions.define("to_s") { (state, call) throws(Unwinding) in
      guard let message = state.message, !message.isNil else {
        return call.make(call.run.className(of: call.receiver))
      }
      return try call.send(message, .toString)
    }
    exceptions.define("message") { (_, call) throws(Unwinding) in try call.send(call.receiver, .toString) }
    exceptions.define("full_message", "detailed_message", arity: .any) { _, call in
      call.unknown("it depends on the run")
    }
    exceptions.define("inspect") { (_, call) throws(Unwinding) in
      guard let text = try call.text(of: call.receiver) else {
        return call.unknown("its text cannot be told")
      }
      let name = call.run.className(of: call.receiver)
      return call.make(text.isEmpty ? name : "#<\(name): \(String(decoding: text, as: UTF8.self))>")
    }
    exceptions.define("backtrace", "backtrace_locations") { state, call in
      state.places.isEmpty ? .nil : call.unknown("it depends on the run")
    }
    exceptions.define("set_backtrace", arity: 1, unknowns: .taken) { _, call in call[0] }
    exceptions.define("cause") { state, _ in state.cause }
    exceptions.define("exception", arity: CoreArity(0, 1), unknowns: .taken) { state, call in
      guard call.count > 0 else { return call.receiver }
      let copy = RubyObject(
        of: call.run.plainClass(of: call.receiver), payload: RubyExceptionState(message: call[0]))
      if case .object(let object) = call.receiver { copy.variables = object.variables }
      return .object(copy)
    }
    table.defineOnItself("exception", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      try call.run.call(
        call.receiver, .known(.new), call.arguments, hasKeywords: call.hasKeywords, at: call.place)
    }
  }
}
