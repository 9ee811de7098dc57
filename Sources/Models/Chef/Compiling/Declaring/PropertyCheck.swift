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
      guard case .value(let fallback) = property.fallback else { return .nil }
      value = fallback
      if value.isNil { return value }
    }
    value = try coerced(value)
    if case .unknown = value { return value }
    if value.isNil, property.facts != nil || property.kinds.isEmpty || !hasDefault { return value }
    try check(value)
    return value
  }

  /// Without a default nil is not looked at.
  private var hasDefault: Bool {
    if case .none = property.fallback { property.isName } else { true }
  }

  /// What a default is read as: converted and looked at like any value, but nil, which stands for none.
  func settled(_ fallback: RubyValue) throws(Unwinding) -> RubyValue {
    let value = try coerced(fallback.settled)
    if value.isNil { return value }
    if case .unknown = value { return value }
    // Of Chef's own resources the defaults are right.
    if property.facts == nil { try check(value) }
    return value
  }

  private func takesNil() throws(Unwinding) -> Bool? {
    if let facts = property.facts { return facts.kinds.contains(.nil) }
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
    case .fact(let coercion): return try coerced(value, coercion)
    }
  }

  private func coerced(
    _ value: RubyValue, _ coercion: PropertyFacts.Coercion
  ) throws(Unwinding) -> RubyValue {
    switch (coercion, value) {
    case (.downcase, .string): return try send(value, "downcase")
    case (.integer, .string): return try send(value, "to_i")
    case (.symbol, .string): return try send(value, "to_sym")
    case (.symbolDowncase, .string): return try send(send(value, "downcase"), "to_sym")
    case (.sort, .array): return try send(value, "sort")
    case (.list, .array), (.words, .array), (.split, .array), (.map, _): return value
    case (.list, .nil): return call.make([RubyValue]())
    case (.list, .hash): return try send(value, "to_a")
    case (.list, _): return call.make([value])
    case (.listSorted, .array): return try send(value, "sort")
    case (.listSorted, _): return call.make([value])
    case (.words, .string(let text)): return words(text, isBlank: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A })
    case (.split, .string(let text)): return words(text, isBlank: { $0 == UInt8(ascii: ",") || $0 == 0x20 })
    case (.splitSorted, .string(let text)):
      return try send(words(text, isBlank: { $0 == UInt8(ascii: ",") || $0 == 0x20 }), "sort")
    case (.splitSorted, .array): return try send(value, "sort")
    case (.set, .array(let array)):
      return .hash(RubyHash(array.elements.map { ($0, .boolean(true)) }))
    case (.weekday, .symbol(let day)):
      let days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
      return days.firstIndex(of: run.spelling(of: day)).map { call.make("\($0)") } ?? value
    case (.other, _): return call.unknown("Chef converts the value of `\(property.name)`")
    default: return value
    }
  }

  private func words(_ text: RubyString, isBlank: (UInt8) -> Bool) -> RubyValue {
    // A quoted word stays for the shell to say.
    if text.bytes.contains(where: { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") || $0 == 0x5C }) {
      return call.unknown("the words of a quoted text")
    }
    return call.make(text.bytes.split(whereSeparator: isBlank).map { call.make(Array($0)) })
  }

  private func send(_ value: RubyValue, _ name: String) throws(Unwinding) -> RubyValue {
    try run.call(value, run.symbol(name), at: call.place)
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
    var isTaken = facts.kinds.isEmpty
    for kind in facts.kinds where !isTaken { isTaken = try takes(kind, value) != false }
    if !isTaken {
      let words = facts.kinds.map(\.words).joined(separator: ", ")
      throw refusal("must be one of: \(words)!  You passed \(try inspection(value)).")
    }
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
