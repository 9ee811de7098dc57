extension RubyInterpreter {
  /// A call of a method that the receiver's class does not have.
  func missing(
    _ receiver: RubyValue, _ name: RubySymbol, _ arguments: CallArguments, _ style: CallStyle,
    _ place: RubyPlace?, isBare: Bool = false, isSuper: Bool = false
  ) throws(Unwinding) -> RubyValue {
    let module = module(of: receiver)
    if !isSuper, name != .known(.methodMissing), let hook = method(.known(.methodMissing), of: module) {
      var passed = arguments
      passed.values.insert(.symbol(name), at: 0)
      return try invoke(hook, receiver, .known(.methodMissing), passed, place).settled
    }
    return try absent(receiver, name, arguments, style, place, isBare: isBare)
  }

  /// What `method_missing` of `BasicObject` does: the host, then what Ruby has and we have not, then the fault.
  func absent(
    _ receiver: RubyValue, _ name: RubySymbol, _ arguments: CallArguments, _ style: CallStyle,
    _ place: RubyPlace?, isBare: Bool
  ) throws(Unwinding) -> RubyValue {
    let module = module(of: receiver)
    let call = CoreCall(
      self, receiver, name, arguments.values, hasKeywords: arguments.hasKeywords, block: arguments.block,
      at: place)
    let runs = arguments.block?.runs ?? 0
    if let answer = try host.missing(call, isPrivate: style == .own)?.settled {
      if case .unknown(let doubt) = answer {
        mayRaise(at: place)
        handOver(arguments, to: name, because: doubt)
        if let block = arguments.block, block.runs == runs { try runMaybe(block, because: doubt, place) }
      }
      return answer
    }
    if !isListed(receiver, lacking: name), let doubt = doubt(of: module) ?? doubt(ofModule: receiver) {
      handOver(arguments, to: name, because: doubt)
      return try sendUnknown(doubt, arguments, place)
    }
    let spelling = spelling(of: name)
    if isPartial(receiver, module) || StandardNames.has(spelling, ancestors(of: module)) {
      let doubt = RubyUnknown("`\(spelling)` of \(className(of: receiver)) is not followed", at: place)
      if Mutations.change(spelling) { lose(receiver, because: doubt) }
      handOver(arguments, to: name, because: doubt)
      return try sendUnknown(doubt, arguments, place)
    }
    let shown = try description(of: receiver, at: place)
    if isBare {
      throw raise(
        "NameError", "undefined local variable or method `\(spelling)' for \(shown)", name: name,
        of: receiver,
        at: place)
    }
    throw raise(
      "NoMethodError", "undefined method `\(spelling)' for \(shown)", name: name, of: receiver, at: place)
  }

  private func doubt(ofModule receiver: RubyValue) -> RubyUnknown? {
    if case .module(let module) = receiver { doubt(of: module) } else { nil }
  }

  /// Whether a value is a class or module of Ruby's library whose own methods are all known, without one of a name.
  private func isListed(_ receiver: RubyValue, lacking name: RubySymbol) -> Bool {
    guard case .module(let itself) = receiver, itself.isCore else { return false }
    let ancestors = ancestors(of: module(of: receiver))
    return ancestors.allSatisfy { $0.doubt == nil }
      && StandardNames.lacks(spelling(of: name), itself, ancestors)
  }

  /// Whether a value has a method of its class, or one that Ruby has and is not followed.
  package func knows(_ name: RubySymbol, of value: RubyValue) -> Bool {
    let module = module(of: value)
    return method(name, of: module) != nil || StandardNames.has(spelling(of: name), ancestors(of: module))
  }

  /// Whether a value may answer to more methods than the host tells.
  private func isPartial(_ receiver: RubyValue, _ module: RubyModule) -> Bool {
    if case .module(let itself) = receiver {
      if itself.isPartial || itself.isHosted { return true }
      if itself.isCore, !StandardNames.tellsAll(of: itself) { return true }
    }
    return ancestors(of: module).contains(where: \.isPartial)
  }

  /// A value as messages name it: "nil:NilClass", "an instance of Foo".
  func description(of value: RubyValue, at place: RubyPlace?) throws(Unwinding) -> String {
    switch value {
    case .nil: return "nil:NilClass"
    case .boolean(let flag): return flag ? "true:TrueClass" : "false:FalseClass"
    case .module(let module):
      return "\(name(of: module)):\(module.isClass ? "Class" : "Module")"
    case .integer, .float, .string, .symbol, .array, .hash, .range, .pattern:
      let shown = try inspection(of: value, at: place) ?? className(of: value)
      return shown.utf8.count > 65
        ? "an instance of \(className(of: value))" : "\(shown):\(className(of: value))"
    default:
      if value.heap === mainObject { return "main:Object" }
      return "an instance of \(className(of: value))"
    }
  }

  func name(of module: RubyModule) -> String {
    var innermost = module
    var depth = 0
    while innermost.name == nil, innermost.isSingleton, let attached = innermost.attached as? RubyModule {
      innermost = attached
      depth += 1
    }
    let name = innermost.name ?? (innermost.isClass ? "#<Class>" : "#<Module>")
    return String(repeating: "#<Class:", count: depth) + name + String(repeating: ">", count: depth)
  }
}
