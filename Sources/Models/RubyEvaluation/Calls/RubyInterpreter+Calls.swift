extension RubyInterpreter {
  /// Calls a method of a value.
  package func call(
    _ receiver: RubyValue, _ name: RubySymbol, _ arguments: [RubyValue] = [], hasKeywords: Bool = false,
    block: RubyProcedure? = nil, at place: RubyPlace? = nil
  ) throws(Unwinding) -> RubyValue {
    try step(at: place)
    let receiver = receiver.settled
    let call = CoreCall(
      self, receiver, name, arguments, hasKeywords: hasKeywords, block: block, at: place)
    guard let entry = method(name, of: module(of: receiver)) else {
      if let answer = try host.missing(call, isPrivate: false) { return answer }
      throw raise("NoMethodError", "undefined method `\(spelling(of: name))'", at: place)
    }
    return try invoke(entry, call)
  }

  func invoke(_ entry: RubyMethodEntry, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    switch entry.body {
    case .core(let method, let arity, let unknowns):
      try check(call, arity)
      if unknowns == .spread, let doubt = call.arguments.lazy.compactMap(\.doubt).first {
        return .unknown(doubt)
      }
      return try method(call)
    default: return call.unknown("methods of the program are not run yet")
    }
  }

  private func check(_ call: CoreCall, _ arity: CoreArity) throws(Unwinding) {
    let given = call.arguments.count
    guard given < arity.least || given > arity.most else { return }
    let expected =
      arity.most == .max
      ? "\(arity.least)+" : arity.least == arity.most ? "\(arity.least)" : "\(arity.least)..\(arity.most)"
    throw call.raise("ArgumentError", "wrong number of arguments (given \(given), expected \(expected))")
  }

  /// Calls a block or proc.
  package func call(
    _ procedure: RubyProcedure, _ arguments: [RubyValue], at place: RubyPlace? = nil
  ) throws(Unwinding) -> RubyValue {
    try step(at: place)
    switch procedure.body {
    case .core(let body):
      return try body(
        CoreCall(self, .nil, .known(.call), arguments, hasKeywords: false, block: nil, at: place))
    default: return .unknown(RubyUnknown("blocks of the program are not run yet", at: place))
    }
  }

  /// Raises an exception of a class known by its name.
  package func raise(_ className: String, _ message: String, at place: RubyPlace?) -> Unwinding {
    let found = classes.object.constants[symbol(className)]
    let module = if case .module(let module)? = found { module } else { classes.exception }
    let exception = RubyObject(of: module, payload: RubyExceptionState(message))
    return unwind(
      .raise(
        RubyFailure(
          .object(exception), className: className, message: message, at: place, callers: stack, certainty)))
  }

  func change(_ object: RubyHeapObject, at place: RubyPlace?) throws(Unwinding) {
    if object.module?.isWatched == true { watchedChanges += 1 }
    guard object.isFrozen else { return }
    throw raise("FrozenError", "can't modify frozen object", at: place)
  }

  /// Announces a change of the state of a payload.
  package func willChange(payloadOf object: RubyObject) {}

  func text(of value: RubyValue, at place: RubyPlace?) throws(Unwinding) -> [UInt8]? {
    if case .string(let string) = try call(value, .known(.toString), at: place).settled {
      return string.bytes
    }
    return nil
  }

  func inspection(of value: RubyValue, at place: RubyPlace?) throws(Unwinding) -> String? {
    if case .string(let string) = try call(value, .known(.inspect), at: place).settled {
      return string.string
    }
    return nil
  }

  func areEqual(_ a: RubyValue, _ b: RubyValue, at place: RubyPlace?) throws(Unwinding) -> Bool? {
    try call(a, .known(.equals), [b], at: place).truth
  }

  func order(_ a: RubyValue, _ b: RubyValue, at place: RubyPlace?) throws(Unwinding) -> Int? {
    switch try call(a, .known(.compare), [b], at: place) {
    case .integer(let order): return order
    case .unknown: return nil
    default:
      throw raise(
        "ArgumentError", "comparison of \(className(of: a)) with \(className(of: b)) failed", at: place)
    }
  }
}
