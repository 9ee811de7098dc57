import RubyEvaluation

/// Checks and converts a value that a property is given, as Chef does.
struct PropertyCheck {
  private let compiler: RecipeCompiler
  private let property: ResourceProperty
  private let state: ResourceState
  private let object: RubyObject
  private let call: CoreCall
  /// Where the value stands.
  private let part: CallPart

  init(
    _ compiler: RecipeCompiler, _ property: ResourceProperty, _ state: ResourceState, _ object: RubyObject,
    _ call: CoreCall, part: CallPart = .argument(0)
  ) {
    self.part = part
    self.compiler = compiler
    self.property = property
    self.state = state
    self.object = object
    self.call = call
  }

  private var run: RubyInterpreter { compiler.run }

  /// What is kept of a value; raises where it is not taken.
  func stored(_ given: RubyValue) throws(Unwinding) -> RubyValue {
    var value = given.settled
    if compiler.lazyBlock(value) != nil { return value }
    if case .unknown = value { return value }
    if value.isNil, try takesNil() != true {
      switch property.fallback {
      case .value(let fallback): value = fallback
      case .constant(let constant): return compiler.value(of: constant, call)
      case .none, .lazy: return .nil
      }
      if value.isNil { return value }
    }
    value = try coerced(value)
    if case .unknown = value { return value }
    if value.isNil, !hasDefault || !isNilChecked { return value }
    try check(value)
    return value
  }

  /// Without a default nil is not looked at.
  private var hasDefault: Bool {
    if case .none = property.fallback { property.isName } else { true }
  }

  /// Whether nil is looked at where there is a default: of Chef's own properties that is told of clients of today.
  private var isNilChecked: Bool {
    if property.facts == nil { return !property.kinds.isEmpty }
    return isOfToday
  }

  private var isOfToday: Bool { compiler.input.run.setup.client.judged.isAtLeast(18) == true }

  /// Raises where a property that must be given is set to nil.
  func refuseNil(_ stored: RubyValue, actions: [String]) throws(Unwinding) {
    guard stored.isNil, property.need != .never else { return }
    // Else it has taken its default.
    if try takesNil() != true {
      guard case .none = property.fallback, !property.isName else { return }
    }
    let client = compiler.input.run.setup.client.judged
    guard client.isAtLeast(property.facts == nil ? 14 : 18) == true else { return }
    if case .forActions(let names) = property.need, !names.contains(where: actions.contains) { return }
    let kind = ChefFault.Kind.missingProperty(property.name, resource: state.type)
    throw run.raise(
      compiler.classes.error("ValidationFailed"), "\(property.name) is a required property",
      RaisedFault(kind, in: part), at: call.place)
  }

  /// What a default is read as: converted and looked at like any value, but nil, which stands for none.
  func settled(_ fallback: RubyValue) throws(Unwinding) -> RubyValue {
    let value = try coerced(fallback.settled)
    if value.isNil { return value }
    if case .unknown = value { return value }
    // Of Chef's own resources the defaults are right, but for the names that stand in for them.
    if property.facts == nil || property.isName { try check(value) }
    return value
  }

  private func takesNil() throws(Unwinding) -> Bool? {
    if let facts = property.facts {
      return facts.kinds.contains(.nil) || (facts.coercion != nil && isOfToday)
    }
    // What is converted has to cope with nil.
    if case .procedure = property.coercion { return true }
    if property.isOpen { return nil }
    return property.kinds.contains { if case .nil = $0 { true } else { false } }
  }

  private func coerced(_ value: RubyValue) throws(Unwinding) -> RubyValue {
    if value.doubt != nil { return value }
    switch property.coercion {
    case nil: return value
    case .procedure(let block):
      if value.isNil { return value }
      return try run.explained { () throws(Unwinding) in
        try run.called(at: call.place) { () throws(Unwinding) in
          try run.call(block, as: .object(object), [value], at: call.place)
        }
      } by: {
        let resource = "\(state.type)[\(CollectionResult.shown(state.name))]"
        return RaisingConversion("`coerce` of property `\(property.name)` of `\(resource)` raises it")
      }
    case .fact(let coercion):
      if value.isNil, !coercion.readsNil { return value }
      if coercion == .ownKind, let facts = property.facts, try !isTaken(value, facts) { return value }
      return try PropertyConversion(compiler, property.name, call, refusal: refusal).value(
        of: value, coercion)
    }
  }

  /// Raises where a method that is no plain property is given something that it does not take.
  func checkCall() throws(Unwinding) {
    if property.facts?.needsBlock == true, call.block == nil { throw refusal("needs a block") }
    guard call.count > 0, !call[0].isNil, call[0].doubt == nil else { return }
    try check(call[0].settled)
  }

  /// Raises where a value is not taken as it is.
  func check(_ value: RubyValue) throws(Unwinding) {
    if let facts = property.facts {
      try check(value, facts)
    } else {
      try PropertyDeclaration(compiler, property, call).refuseStrangeOptions()
      if !property.kinds.isEmpty, try matches(value, anyOf: property.kinds) == false {
        throw refusal("must be one of: \(try words(property.kinds))!  You passed \(try inspection(value)).")
      }
      if value.isNil { return }
      if !property.equals.isEmpty, try equals(value, anyOf: property.equals) == false {
        throw refusal(
          "must be equal to one of: \(try words(property.equals))!  You passed \(try inspection(value)).")
      }
      if !property.patterns.isEmpty, try matches(value, anyPattern: property.patterns) == false {
        throw refusal("does not match: \(try inspection(value))")
      }
      for entry in property.callbacks?.entries ?? [] {
        guard case .procedure(let block) = entry.value else { continue }
        if try run.call(block, [value], at: call.place).truth == false {
          let words = try call.text(of: entry.key).map { String(decoding: $0, as: UTF8.self) } ?? "is refused"
          throw refusal("has a value that \(words)")
        }
      }
    }
  }

  private func check(_ value: RubyValue, _ facts: PropertyFacts) throws(Unwinding) {
    if try !isTaken(value, facts) {
      let words = facts.kinds.map(\.words).joined(separator: ", ")
      throw refusal("must be one of: \(words)!  You passed \(try inspection(value)).")
    }
    // Nil has to be of a kind that is taken, and no more.
    if value.isNil { return }
    if !facts.equals.isEmpty, !facts.equals.contains(where: { isEqual($0, value) }) {
      let words = facts.equals.map(\.words).joined(separator: ", ")
      throw refusal("must be equal to one of: \(words)!  You passed \(try inspection(value)).")
    }
    if !facts.patterns.isEmpty {
      let patterns = facts.patterns.map { RubyValue.pattern(RubyPattern(Array($0.utf8), options: [])) }
      if try matches(value, anyPattern: patterns) == false {
        throw refusal(
          "does not match \(facts.patterns.map { "/\($0)/" }.joined(separator: ", ")): \(try inspection(value))"
        )
      }
    }
    let isStrict = compiler.input.run.setup.client.judged.isAtLeast(16) == true
    if let problem = facts.check?.problem(of: value, run, isStrict: isStrict) {
      throw refusal("\(problem): \(try inspection(value))")
    }
  }

  private func isTaken(_ value: RubyValue, _ facts: PropertyFacts) throws(Unwinding) -> Bool {
    var isTaken = facts.kinds.isEmpty
    for kind in facts.kinds where !isTaken { isTaken = try takes(kind, value) != false }
    return isTaken
  }

  private func takes(_ kind: PropertyFacts.Kind, _ value: RubyValue) throws(Unwinding) -> Bool? {
    switch (kind, value) {
    case (.true, .boolean(let flag)): return flag
    case (.false, .boolean(let flag)): return !flag
    case (.nil, _): return value.isNil
    case (.text(let text), .string(let string)): return string.string == text
    case (.symbol(let name), .symbol(let symbol)): return run.spelling(of: symbol) == name
    case (.pattern, .string): return nil
    case (.instance(let name), _):
      guard let module = run.constant(name, in: run.classes.object) else { return nil }
      return run.isA(run.module(of: value), module)
    default: return false
    }
  }

  private func isEqual(_ constant: PropertyFacts.Constant, _ value: RubyValue) -> Bool {
    switch (constant, value) {
    case (.bool(let a), .boolean(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.text(let a), .string(let b)): a == b.string
    case (.symbol(let a), .symbol(let b)): a == run.spelling(of: b)
    case (.null, .nil): true
    case (.computed, _): true
    default: false
    }
  }

  /// Whether one of some patterns, classes or values takes it; nil where that cannot be told.
  private func matches(_ value: RubyValue, anyOf kinds: [RubyValue]) throws(Unwinding) -> Bool? {
    var isCertain = true
    for kind in kinds {
      if case .nil = kind {
        if value.isNil { return true }
        continue
      }
      switch try run.call(kind, .known(.caseEquals), [value], at: call.place).truth {
      case true?: return true
      case nil: isCertain = false
      case false?: continue
      }
    }
    return isCertain ? false : nil
  }

  private func equals(_ value: RubyValue, anyOf others: [RubyValue]) throws(Unwinding) -> Bool? {
    var isCertain = true
    for other in others {
      switch try call.areEqual(other, value) {
      case true?: return true
      case nil: isCertain = false
      case false?: continue
      }
    }
    return isCertain ? false : nil
  }

  private func matches(_ value: RubyValue, anyPattern patterns: [RubyValue]) throws(Unwinding) -> Bool? {
    guard let text = try call.text(of: value) else { return nil }
    return try matches(call.make(text), anyOf: patterns)
  }

  private func words(_ values: [RubyValue]) throws(Unwinding) -> String {
    var words: [String] = []
    for value in values { words.append(try inspection(value)) }
    return words.joined(separator: ", ")
  }

  private func inspection(_ value: RubyValue) throws(Unwinding) -> String {
    if property.isSensitive || state.state["sensitive"]?.truth == true { return "a secret value" }
    return try call.inspection(of: value) ?? "a value that cannot be told"
  }

  private func refusal(_ message: String) -> Unwinding {
    let kind = ChefFault.Kind.refusedValue(property: property.name, resource: state.type, problem: message)
    return run.raise(
      compiler.classes.error("ValidationFailed"), "Property \(property.name) \(message)",
      RaisedFault(kind, in: part), at: call.place)
  }
}

extension PropertyFacts.Kind {
  var words: String {
    switch self {
    case .instance(let name): name
    case .true: "true"
    case .false: "false"
    case .nil: "nil"
    case .text(let text): "\"\(text)\""
    case .symbol(let name): ":\(name)"
    case .pattern(let source): "/\(source)/"
    }
  }
}

extension PropertyFacts.Constant {
  var words: String {
    switch self {
    case .null: "nil"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .text(let text): "\"\(text)\""
    case .symbol(let name): ":\(name)"
    case .list(let items): "[\(items.map(\.words).joined(separator: ", "))]"
    case .emptyMap: "{}"
    case .computed: "…"
    }
  }
}
