/// `include`, `prepend` and `extend`.
enum MixinMethods {
  static func define(in table: CoreTable) {
    let modules = table.modules
    modules.define("include", arity: .from(1), unknowns: .taken) { (module, call) throws(Unwinding) in
      try mix(call, into: module, .last, .included)
    }
    modules.define("prepend", arity: .from(1), unknowns: .taken) { (module, call) throws(Unwinding) in
      try mix(call, into: module, .first, .prepended)
    }
  }

  /// What the `self` at the top of a file has of a class: it stands for `Object`.
  static func defineAtTop(in run: RubyInterpreter) {
    let table = CoreTable(run, run.singletonClass(of: run.mainObject))
    table.define("include", arity: .from(1), unknowns: .taken) { (call) throws(Unwinding) in
      try mix(call, into: call.run.classes.object, .last, .included)
    }
    // Methods at the top are called without a receiver, which visibility does not forbid.
    table.define("public", "private", arity: .any, unknowns: .taken) { call in call[0] }
  }

  private static func mix(
    _ call: CoreCall, into module: RubyModule, _ order: MixinOrder, _ hook: KnownName
  ) throws(Unwinding) -> RubyValue {
    for value in call.arguments.reversed() {
      switch value.settled {
      case .module(let mixin):
        if mixin.isClass {
          throw call.raise("TypeError", "wrong argument type Class (expected Module)")
        }
        try call.run.mix(mixin, into: module, order)
        if call.run.method(hook.symbol, of: call.run.module(of: value)) != nil {
          _ = try call.send(value, hook, .module(module))
        }
      case .unknown(let doubt):
        call.run.touch(module)
        module.doubt = module.doubt ?? doubt
        call.run.methodVersion += 1
      default:
        throw call.raise(
          "TypeError", "wrong argument type \(call.run.className(of: value)) (expected Module)")
      }
    }
    return call.receiver
  }
}

/// Where the methods of a mixin are found: before those of the class, or after.
enum MixinOrder { case first, last }

extension RubyInterpreter {
  /// Mixes a module in.
  func mix(_ mixin: RubyModule, into module: RubyModule, _ order: MixinOrder) throws(Unwinding) {
    touch(module)
    switch order {
    case .first:
      guard !module.prepended.contains(where: { $0 === mixin }) else { return }
      module.prepended.insert(mixin, at: 0)
    case .last:
      guard !isA(module, mixin) else { return }
      module.included.insert(mixin, at: 0)
    }
    methodVersion += 1
  }
}
