/// `require` and what is asked of the machine.
enum LoadingMethods {
  static func define(in table: CoreTable) {
    table.define("require", "gem", arity: .from(1)) { (call) throws(Unwinding) in
      try call.run.require(call, .require)
    }
    table.define("require_relative", arity: 1) { (call) throws(Unwinding) in
      try call.run.require(call, .relative)
    }
    table.define("load", arity: CoreArity(1, 2)) { (call) throws(Unwinding) in
      try call.run.require(call, .load)
    }
    table.define("`", "system", "exec", "spawn", arity: .from(1), unknowns: .taken) {
      (call) throws(Unwinding) in
      call.run.mayRaise(at: call.place)
      return try call.ask(.command)
    }
    table.define("using", arity: 1, unknowns: .taken) { call in call.receiver }
    table.define("__dir__") { call in
      guard let path = call.run.current?.program.path, let slash = path.lastIndex(of: "/") else {
        return call.make(".")
      }
      return call.make(String(path[..<slash]))
    }
  }
}

extension CoreCall {
  /// Asks the host what only the machine knows.
  package func ask(_ question: RubyQuestion) throws(Unwinding) -> RubyValue {
    try run.host.answer(question, self) ?? unknown("it depends on the machine")
  }
}

extension RubyInterpreter {
  fileprivate func require(_ call: CoreCall, _ manner: RubyLibrary.Manner) throws(Unwinding) -> RubyValue {
    let name = try call.string(0).string
    if manner == .require, StandardLibraries.hold(name) { return .boolean(true) }
    let library = RubyLibrary(name: name, manner: manner, asker: current?.program, place: call.place)
    guard let answer = try host.require(library, self) else {
      throw call.raise("LoadError", "cannot load such file -- \(name)")
    }
    if answer.doubt != nil { mayRaise(at: call.place) }
    return answer
  }
}
