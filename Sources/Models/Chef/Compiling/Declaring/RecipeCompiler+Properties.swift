import RubyEvaluation

extension RecipeCompiler {
  /// A call on a resource that is no method: a property is read or set.
  func property(
    of state: ResourceState, _ object: RubyObject, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue? {
    let written = run.spelling(of: call.name)
    let name = written.hasSuffix("=") ? String(written.dropLast()) : written
    return try property(name, of: state, object, call)
  }

  func property(
    _ name: String, of state: ResourceState, _ object: RubyObject, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue? {
    guard let property = state.kind.property(name) else { return nil }
    if property.facts?.isCall == true {
      try PropertyCheck(self, property, state, object, call).checkCall()
      run.willChange(payloadOf: object)
      state.state.calls.append(
        .init(
          name: name, arguments: call.arguments, block: call.block, certainty: run.certainty,
          place: call.place)
      )
      return .nil
    }
    guard call.count > 0 || call.block != nil else {
      return try value(of: property, in: state, object, call)
    }
    var value = call[0]
    if value.isNil, property.facts?.ignoresNil == true {
      return try self.value(of: property, in: state, object, call)
    }
    if let since = property.facts?.since {
      try ClientHistory(self).check("property `\(property.name)` of `\(state.type)`", since: since, call)
    }
    if call.count > 1 { value = .array(RubyArray(call.arguments)) }
    let check = PropertyCheck(self, property, state, object, call)
    let stored = try check.stored(value)
    if state.state.actionDoubt == nil { try check.refuseNil(stored, actions: state.actions(run)) }
    run.willChange(payloadOf: object)
    state.state[property.name] = stored
    return stored
  }

  /// What a property holds: what was set, or its default.
  func value(
    of property: ResourceProperty, in state: ResourceState, _ object: RubyObject, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    if let value = state.state[property.name] {
      guard let block = lazyBlock(value) else { return value }
      let evaluated = try evaluate(block, for: object, call)
      return try PropertyCheck(self, property, state, object, call).stored(evaluated)
    }
    if let kept = state.state.defaults[property.name] { return kept }
    if property.isName {
      // What is wrong with it stands where the resource is declared.
      let declaration = CoreCall(
        run, .object(object), call.name, [], hasKeywords: false, block: nil, at: state.place ?? call.place)
      let check = PropertyCheck(self, property, state, object, declaration)
      return kept(try check.settled(state.name), of: property, in: state, object)
    }
    let check = PropertyCheck(self, property, state, object, call)
    switch property.fallback {
    case .none: return .nil
    case .value(let value):
      // Without a conversion it was looked at when the class was loaded.
      guard property.coercion != nil else { return value }
      return kept(try check.settled(value), of: property, in: state, object)
    case .constant(let constant): return kept(value(of: constant, call), of: property, in: state, object)
    case .lazy(let block):
      return kept(
        try check.settled(evaluate(block, for: object, call)), of: property, in: state, object)
    }
  }

  /// Keeps a default that was made for this resource, if it can be changed.
  private func kept(
    _ value: RubyValue, of property: ResourceProperty, in state: ResourceState, _ object: RubyObject
  ) -> RubyValue {
    switch value {
    case .array, .hash:
      run.willChange(payloadOf: object)
      state.state.defaults[property.name] = value
    default: break
    }
    return value
  }

  /// Whether what a resource holds is not to be shown; a value that cannot be told counts as yes.
  func isSensitive(_ state: ResourceState, _ object: RubyObject) -> Bool {
    guard let property = state.kind.property("sensitive") else { return false }
    // `execute` is sensitive by default where it is given a password.
    if state.state["sensitive"] == nil, case .constant(.computed) = property.fallback {
      return state.state["password"] != nil
    }
    let call = CoreCall(
      run, .object(object), run.symbol("sensitive"), [], hasKeywords: false, block: nil, at: state.place)
    let result = run.attempt { () throws(Unwinding) in
      try self.value(of: property, in: state, object, call)
    }
    return result.value?.truth ?? true
  }

  /// A value that is fixed in Chef's own code.
  func value(of constant: PropertyFacts.Constant, _ call: CoreCall) -> RubyValue {
    switch constant {
    case .null: .nil
    case .bool(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    case .text(let text): call.make(text)
    case .symbol(let name): .symbol(run.symbol(name))
    case .list(let items): call.make(items.map { value(of: $0, call) })
    case .emptyMap: .hash(RubyHash())
    case .computed: call.unknown("the default depends on the node")
    }
  }

  /// What `lazy { … }` gives; it takes a block and nothing else.
  func lazyValue(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    guard call.count == 0 else {
      throw refusal(
        "ArgumentError", "wrong number of arguments (given \(call.count), expected 0)", in: .argument(0),
        help: "write `lazy { … }`", call)
    }
    guard let block = call.block else {
      throw call.raise("ArgumentError", "tried to create Proc object without a block")
    }
    return .object(RubyObject(of: classes.lazy, payload: LazyValue(block)))
  }

  /// The block of `lazy { … }`.
  func lazyBlock(_ value: RubyValue) -> RubyProcedure? {
    guard case .object(let object) = value else { return nil }
    return (object.payload as? LazyValue)?.block
  }

  /// Runs a `lazy` block for a resource.
  func evaluate(
    _ block: RubyProcedure, for object: RubyObject, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    try run.call(block, as: .object(object), [.object(object)], at: call.place)
  }
}

/// What `lazy { … }` gives.
final class LazyValue: RubyPayload {
  let block: RubyProcedure

  init(_ block: RubyProcedure) { self.block = block }

  var held: [RubyValue] { [.procedure(block)] }
}
