/// What every object can do.
enum ObjectMethods {
  static func define(in table: CoreTable) {
    defineComparisons(in: table)
    defineClasses(in: table)
    defineCopies(in: table)
    defineForms(in: table)
    table.define("tap") { (call) throws(Unwinding) in
      _ = try call.yield(call.receiver)
      return call.receiver
    }
    table.define("then", "yield_self") { (call: CoreCall) throws(Unwinding) in try call.yield(call.receiver) }
    table.define("itself") { call in call.receiver }
  }

  private static func defineComparisons(in table: CoreTable) {
    table.define("==", "eql?", arity: 1, unknowns: .taken) { call in
      switch (call.receiver, call[0]) {
      case (.unknown, _), (_, .unknown): call.boolean(nil)
      default: .boolean(RubyKey(call.receiver) == RubyKey(call[0]))
      }
    }
    table.define("equal?", arity: 1, unknowns: .taken) { call in
      if call[0].doubt != nil { return call.boolean(nil) }
      if let object = call.receiver.heap { return .boolean(object === call[0].heap) }
      return .boolean(RubyKey(call.receiver) == RubyKey(call[0]))
    }
    table.define("===", arity: 1, unknowns: .taken) { (call) throws(Unwinding) in
      call.boolean(try call.areEqual(call.receiver, call[0]))
    }
    table.define("!=", arity: 1, unknowns: .taken) { (call) throws(Unwinding) in
      call.boolean(try call.areEqual(call.receiver, call[0]).map { !$0 })
    }
    table.define("!") { call in call.boolean(call.receiver.truth.map { !$0 }) }
    table.define("<=>", arity: 1, unknowns: .taken) { (call) throws(Unwinding) in
      guard let equal = try call.areEqual(call.receiver, call[0]) else { return call.boolean(nil) }
      return equal ? .integer(0) : .nil
    }
    table.define("!~", arity: 1) { (call) throws(Unwinding) in
      call.boolean(try call.send(call.receiver, .match, call[0]).truth.map { !$0 })
    }
    table.define("nil?") { call in .boolean(call.receiver.isNil) }
    table.define("hash") { call in .integer(RubyKey(call.receiver).hashValue) }
    table.define("object_id", "__id__") { call in
      switch call.receiver {
      case .integer(let number): .integer(2 &* number &+ 1)
      case .nil: .integer(8)
      case .boolean(let flag): .integer(flag ? 20 : 0)
      default: call.unknown("it depends on the run")
      }
    }
  }

  private static func defineClasses(in table: CoreTable) {
    table.define("class") { call in .module(call.run.plainClass(of: call.receiver)) }
    table.define("singleton_class") { (call) throws(Unwinding) in
      guard let object = call.receiver.heap else { throw call.raise("TypeError", "can't define singleton") }
      return .module(call.run.singletonClass(of: object))
    }
    table.define("is_a?", "kind_of?", arity: 1) { (call) throws(Unwinding) in
      guard case .module(let module) = call[0] else {
        throw call.raise("TypeError", "class or module required")
      }
      return call.boolean(call.run.isA(call.receiver, module))
    }
    table.define("instance_of?", arity: 1) { (call) throws(Unwinding) in
      guard case .module(let module) = call[0] else {
        throw call.raise("TypeError", "class or module required")
      }
      return .boolean(call.run.plainClass(of: call.receiver) === module)
    }
    table.define("extend", arity: .from(1), unknowns: .taken) { (call) throws(Unwinding) in
      guard let object = call.receiver.heap else { return call.receiver }
      for value in call.arguments.reversed() {
        if case .unknown(let doubt) = value.settled {
          let singleton = call.run.singletonClass(of: object)
          call.run.touch(singleton)
          singleton.doubt = singleton.doubt ?? doubt
          call.run.methodVersion += 1
        }
        guard case .module(let module) = value else { continue }
        try call.run.mix(module, into: call.run.singletonClass(of: object), .last)
        if call.run.method(.known(.extended), of: call.run.module(of: value)) != nil {
          _ = try call.send(value, .extended, call.receiver)
        }
      }
      return call.receiver
    }
  }

  private static func defineCopies(in table: CoreTable) {
    table.define("freeze") { call in
      // In a branch that may run, the mark would stay for the other one.
      if let object = call.receiver.heap, call.run.isOwn(object) { object.isFrozen = true }
      return call.receiver
    }
    table.define("frozen?") { call in .boolean(call.receiver.heap?.isFrozen ?? true) }
    table.define("dup") { (call) throws(Unwinding) in try call.run.copy(call.receiver, .duplicate, call) }
    table.define("clone", arity: CoreArity(0, 1)) { (call) throws(Unwinding) in
      let keeps = call.option("freeze")?.truth ?? true
      return try call.run.copy(call.receiver, keeps ? .clone : .duplicate, call)
    }
  }

  private static func defineForms(in table: CoreTable) {
    table.define("to_s") { (call) throws(Unwinding) in
      switch call.receiver {
      case .object:
        if call.receiver.heap === call.run.mainObject { return call.make("main") }
        return call.make("#<\(call.run.className(of: call.receiver))>")
      case .module(let module): return call.make(call.run.name(of: module))
      case .procedure: return call.make("#<Proc>")
      default:
        guard let text = try call.text(of: call.receiver) else {
          return call.unknown("its text cannot be told")
        }
        return call.make(text)
      }
    }
    table.define("inspect") { (call) throws(Unwinding) in
      switch call.receiver {
      case .object(let object):
        if object === call.run.mainObject { return call.make("main") }
        var parts: [String] = []
        for entry in object.variables {
          guard let shown = try call.inspection(of: entry.value) else {
            return call.unknown("its form cannot be told")
          }
          parts.append(" \(call.run.spelling(of: entry.name))=\(shown)")
        }
        return call.make("#<\(call.run.className(of: call.receiver))\(parts.joined(separator: ","))>")
      case .module, .procedure: return try call.send(call.receiver, .toString)
      default:
        guard let text = try call.inspection(of: call.receiver) else {
          return call.unknown("its form cannot be told")
        }
        return call.make(text)
      }
    }
  }
}

/// How an object is copied.
enum CopyManner {
  /// `dup`: without singleton methods and frozen mark.
  case duplicate
  case clone
}

extension RubyInterpreter {
  func copy(_ value: RubyValue, _ manner: CopyManner, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    let result: RubyValue
    switch value {
    case .string(let string):
      try call.reserve(string.bytes.count)
      result = .string(RubyString(copying: string))
    case .array(let array):
      try call.reserve(array.elements.count)
      result = .array(RubyArray(array.elements))
    case .hash(let hash):
      try call.reserve(hash.count)
      let copy = RubyHash()
      copy.replace(by: hash)
      copy.fallback = hash.fallback
      copy.fallbackBlock = hash.fallbackBlock
      result = .hash(copy)
    case .object(let object) where object.payload == nil || object.payload is RubyExceptionState:
      let copy = RubyObject(of: object.module, payload: object.payload)
      copy.variables = object.variables
      result = .object(copy)
    case .object: return call.unknown("its copy is not followed")
    case .module(let module): result = .module(copy(module))
    default: return value
    }
    guard let made = result.heap, let original = value.heap else { return result }
    made.birth = lastSpeculation
    if !(made is RubyModule) {
      made.module = manner == .clone ? original.module : plainModule(original, value)
    }
    if case .object = result, method(.known(.initializeCopy), of: module(of: result)) != nil {
      _ = try self.call(result, .known(.initializeCopy), [value], at: call.place)
    }
    if manner == .clone { made.isFrozen = original.isFrozen }
    return result
  }

  private func plainModule(_ object: RubyHeapObject, _ value: RubyValue) -> RubyModule? {
    object.module == nil ? nil : plainClass(of: value)
  }

  private func copy(_ module: RubyModule) -> RubyModule {
    let made = RubyModule(
      name: nil, isClass: module.isClass, superclass: module.superclass, module: module.module)
    made.methods = module.methods
    made.constants = module.constants
    made.constantNames = module.constantNames
    made.included = module.included
    made.prepended = module.prepended
    made.variables = module.variables
    made.kind = module.kind
    made.doubt = module.doubt
    return made
  }
}
