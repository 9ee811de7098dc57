/// `new` and what belongs to it.
enum ClassMethods {
  static func define(in table: CoreTable) {
    let modules = table.modules
    modules.define("new", arity: .any, unknowns: .taken) { (module, call) throws(Unwinding) in
      try call.run.make(module, call)
    }
    modules.define("allocate") { (module, call) throws(Unwinding) in
      try call.run.allocate(module, call)
    }
    modules.define("superclass") { module, _ in
      module.doubt.map { .unknown($0) } ?? module.superclass.map { .module($0) } ?? .nil
    }
    modules.define("subclasses", "descendants") { _, call in
      call.unknown("the list of classes is not followed")
    }
    let run = table.run
    CoreTable(run, run.classes.classes).defineOnItself("new", arity: CoreArity(0, 1), unknowns: .taken) {
      (call) throws(Unwinding) in
      try makeClass(call)
    }
    CoreTable(run, run.classes.module).defineOnItself("new") { (call) throws(Unwinding) in
      let made = RubyModule(name: nil, isClass: false, superclass: nil, module: call.run.classes.module)
      try call.run.runBody(of: made, call)
      return .module(made)
    }
  }

  private static func makeClass(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    let run = call.run
    var above = run.classes.object
    switch call[0] {
    case .module(let module) where module.isClass: above = module
    case .nil where call.count == 0, .unknown: break
    default: throw call.raise("TypeError", "superclass must be a Class")
    }
    let made = RubyModule(name: nil, isClass: true, superclass: above, module: nil)
    made.kind = above.kind
    made.doubt = call[0].doubt
    _ = run.singletonClass(of: made)
    try run.inherit(made, from: above, at: call.place)
    try run.runBody(of: made, call)
    return .module(made)
  }
}

extension RubyInterpreter {
  fileprivate func runBody(of module: RubyModule, _ call: CoreCall) throws(Unwinding) {
    guard let block = call.block else { return }
    _ = try run(
      block, CallArguments(values: [.module(module)]), call.place,
      as: BlockContext(receiver: .module(module), definee: .module(module)))
  }

  /// Makes an instance and initialises it.
  fileprivate func make(_ module: RubyModule, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    let made = try allocate(module, call)
    let initializer = method(.known(.initialize), of: module)
    guard let initializer else {
      if let doubt = doubt(of: module) {
        if let block = call.block { try runMaybe(block, because: doubt, call.place) }
        return made
      }
      if module.kind == .object, sequence(first: module, next: \.superclass).contains(where: \.isHosted) {
        let doubt = RubyUnknown("how `\(name(of: module))` is made is not followed", at: call.place)
        if let block = call.block { try runMaybe(block, because: doubt, call.place) }
        return .unknown(doubt)
      }
      if module.kind == .object, call.count > 0 { throw wrongCount(call.count, 0, 0, at: call.place) }
      return made
    }
    _ = try invoke(initializer, made, .known(.initialize), call.passed(), call.place)
    return made
  }

  /// An instance that nothing has initialised yet.
  fileprivate func allocate(_ module: RubyModule, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    try reserve(8, at: call.place)
    var above: RubyModule? = module
    while let current = above {
      if let maker = current.maker { return maker(module) }
      above = current.superclass
    }
    switch module.kind {
    case .object: return .object(born(RubyObject(of: module)))
    case .exception: return .object(born(RubyObject(of: module, payload: RubyExceptionState(message: nil))))
    case .string:
      let string = born(RubyString([], at: call.place))
      string.module = module === classes.string ? nil : module
      return .string(string)
    case .array:
      let array = born(RubyArray([]))
      array.module = module === classes.array ? nil : module
      return .array(array)
    case .hash:
      let hash = born(RubyHash())
      hash.module = module === classes.hash ? nil : module
      return .hash(hash)
    case .module, .none:
      throw call.raise("NoMethodError", "undefined method `new' for \(name(of: module)):Class")
    }
  }
}
