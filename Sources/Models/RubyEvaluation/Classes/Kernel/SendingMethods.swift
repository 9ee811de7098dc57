/// Calls by name, and code that runs as another object.
enum SendingMethods {
  static func define(in table: CoreTable) {
    table.define("send", "__send__", arity: .from(1), unknowns: .taken) { (call) throws(Unwinding) in
      try call.run.sendByName(call, .free)
    }
    table.define("public_send", arity: .from(1), unknowns: .taken) { (call) throws(Unwinding) in
      try call.run.sendByName(call, .explicit)
    }
    table.define("respond_to?", arity: CoreArity(1, 2)) { (call) throws(Unwinding) in
      call.boolean(try call.run.responds(call.receiver, to: call.name(0), call))
    }
    table.define("method", "public_method", arity: 1) { (call) throws(Unwinding) in
      try call.run.methodObject(call.name(0), call)
    }
    table.define("methods", "public_methods", "singleton_methods", arity: CoreArity(0, 1)) { call in
      let own = call.run.module(of: call.receiver)
      let isSingleton = call.run.spelling(of: call.name) == "singleton_methods"
      if isSingleton, !own.isSingleton { return call.symbols([]) }
      guard isSingleton else { return call.unknown("the list of all methods is not followed") }
      return call.symbols(own.methods.values.map(\.name).sorted { $0.index < $1.index })
    }
    table.define("instance_exec", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      guard let block = call.block else { throw call.raise("LocalJumpError", "no block given (yield)") }
      return try call.run.run(
        block, CallArguments(values: call.arguments, hasKeywords: call.hasKeywords), call.place,
        as: call.run.context(of: call.receiver))
    }
    table.define("instance_eval", arity: CoreArity(0, 3)) { (call) throws(Unwinding) in
      let context = call.run.context(of: call.receiver)
      if let block = call.block {
        return try call.run.run(block, CallArguments(values: [call.receiver]), call.place, as: context)
      }
      return try call.run.run(
        text: call.string(0), self: call.receiver, definee: context.definee, scope: nil, at: call.place)
    }
    table.define("define_singleton_method", arity: CoreArity(1, 2)) { (call) throws(Unwinding) in
      guard let object = call.receiver.heap else { return .nil }
      let singleton = call.run.singletonClass(of: object)
      try call.run.defineByBlock(call, in: singleton)
      return call[0]
    }
  }
}

extension RubyInterpreter {
  /// As what `instance_eval` runs a block.
  func context(of value: RubyValue) -> BlockContext {
    BlockContext(receiver: value, definee: .receiver)
  }

  func sendByName(_ call: CoreCall, _ style: CallStyle) throws(Unwinding) -> RubyValue {
    if let doubt = call[0].doubt { return try sendUnknown(doubt, call.passed(from: 1), call.place) }
    let name = try call.name(0)
    return try send(call.receiver, name, call.passed(from: 1), style, call.place)
  }

  /// Whether a value answers to a name; nil where it cannot be told.
  package func responds(
    _ value: RubyValue, to name: RubySymbol, _ call: CoreCall
  ) throws(Unwinding) -> Bool? {
    let module = module(of: value)
    if let entry = method(name, of: module) {
      if case .unknown = entry.body { return nil }
      if entry.visibility == .public || call[1].truth == true { return true }
      return false
    }
    if let hook = method(.known(.respondToMissing), of: module) {
      let answer = try invoke(
        hook, value, .known(.respondToMissing), CallArguments(values: [.symbol(name), .boolean(false)]),
        call.place
      ).settled.truth
      if answer != false { return answer }
    }
    switch host.responds(value, to: name, self) {
    case true?: return true
    case nil: return nil
    case false?: break
    }
    if doubt(of: module) != nil { return nil }
    return StandardNames.has(spelling(of: name), ancestors(of: module))
  }

  func methodObject(_ name: RubySymbol, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    let module = module(of: call.receiver)
    guard let entry = method(name, of: module) else {
      let answers = try responds(call.receiver, to: name, call)
      if answers != false { return call.unknown("the method is not followed") }
      throw call.raise(
        "NameError",
        "undefined method `\(spelling(of: name))' for class `\(self.name(of: plainClass(of: call.receiver)))'"
      )
    }
    let procedure = RubyProcedure(.method(entry, receiver: call.receiver), isLambda: true)
    procedure.module = classes.method
    return .procedure(born(procedure))
  }

  /// `define_method(name) { … }`, `define_method(name, method)`.
  func defineByBlock(
    _ call: CoreCall, in module: RubyModule, _ visibility: RubyMethodEntry.Visibility = .public
  ) throws(Unwinding) {
    let name = try call.name(0)
    var body = call.block
    if call.count > 1, case .procedure(let procedure) = call[1] { body = procedure }
    guard let body else { throw call.raise("ArgumentError", "tried to create Proc object without a block") }
    let entry: RubyMethodEntry
    if case .method(let bound, _) = body.body {
      entry = RubyMethodEntry(name, in: module, bound.body, visibility)
    } else {
      entry = RubyMethodEntry(name, in: module, .procedure(body), visibility)
    }
    add(entry, as: name, to: module)
  }
}
