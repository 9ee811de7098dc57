/// What classes and modules tell of themselves.
enum ModuleMethods {
  static func define(in table: CoreTable) {
    let modules = table.modules
    modules.define("name") { module, call in module.name.map { call.make($0) } ?? .nil }
    modules.define("to_s", "inspect") { module, call in call.make(call.run.name(of: module)) }
    modules.define("===", arity: 1, unknowns: .taken) { module, call in
      call.boolean(call.run.isA(call[0], module))
    }
    modules.define("==", arity: 1) { module, call in .boolean(call[0].heap === module) }
    modules.define("<", arity: 1) { module, call in
      guard case .module(let other) = call[0] else { return call.boolean(nil) }
      if module === other { return .boolean(false) }
      if call.run.isA(module, other) { return .boolean(true) }
      return call.run.isA(other, module) ? .boolean(false) : .nil
    }
    modules.define("<=", arity: 1) { module, call in
      guard case .module(let other) = call[0] else { return call.boolean(nil) }
      if call.run.isA(module, other) { return .boolean(true) }
      return call.run.isA(other, module) ? .boolean(false) : .nil
    }
    modules.define(">", arity: 1) { module, call in
      guard case .module(let other) = call[0] else { return call.boolean(nil) }
      return .boolean(module !== other && call.run.isA(other, module))
    }
    modules.define(">=", arity: 1) { module, call in
      guard case .module(let other) = call[0] else { return call.boolean(nil) }
      return .boolean(call.run.isA(other, module))
    }
    modules.define("ancestors") { module, call in
      call.make(call.run.ancestors(of: module).map { .module($0) })
    }
    modules.define("included_modules") { module, call in
      call.make(call.run.ancestors(of: module).filter { !$0.isClass }.map { .module($0) })
    }
    modules.define("include?", arity: 1) { module, call in
      guard case .module(let other) = call[0] else { return call.boolean(nil) }
      return .boolean(module !== other && !other.isClass && call.run.isA(module, other))
    }
    defineMethodQueries(modules)
    modules.define("class_eval", "module_eval", arity: CoreArity(0, 3)) { (module, call) throws(Unwinding) in
      if let block = call.block {
        return try call.run.run(
          block, CallArguments(values: [call.receiver]), call.place,
          as: BlockContext(receiver: call.receiver, definee: .module(module)))
      }
      let scope = LexicalScope(module, outer: call.run.current?.scope)
      return try call.run.run(
        text: call.string(0), self: call.receiver, definee: .module(module), scope: scope, at: call.place)
    }
    modules.define("class_exec", "module_exec", arity: .any, unknowns: .taken) {
      (module, call) throws(Unwinding) in
      guard let block = call.block else { throw call.raise("LocalJumpError", "no block given (yield)") }
      return try call.run.run(
        block, CallArguments(values: call.arguments, hasKeywords: call.hasKeywords), call.place,
        as: BlockContext(receiver: call.receiver, definee: .module(module)))
    }
    modules.define("freeze") { _, call in call.receiver }
    modules.define("hash") { module, _ in .integer(ObjectIdentifier(module).hashValue) }
    modules.define("using", arity: 1, unknowns: .taken) { _, call in call.receiver }
    modules.define("refine", arity: 1, unknowns: .taken) { (module, call) throws(Unwinding) in
      try call.run.refine(call)
    }
  }

  private static func defineMethodQueries(_ modules: KindTable<RubyModule>) {
    modules.define(
      "method_defined?", "public_method_defined?", "instance_methods_include?", "private_method_defined?",
      "protected_method_defined?", arity: CoreArity(1, 2)
    ) { (module, call) throws(Unwinding) in
      guard let entry = call.run.method(try call.name(0), of: module) else {
        if let doubt = call.run.doubt(of: module) { return .unknown(doubt) }
        let name = call.run.spelling(of: try call.name(0))
        return StandardNames.has(name, call.run.ancestors(of: module)) ? call.boolean(nil) : .boolean(false)
      }
      switch call.run.spelling(of: call.name) {
      case "private_method_defined?": return .boolean(entry.visibility == .private)
      case "protected_method_defined?": return .boolean(entry.visibility == .protected)
      case "public_method_defined?": return .boolean(entry.visibility == .public)
      default: return .boolean(entry.visibility != .private)
      }
    }
    modules.define("instance_methods", "public_instance_methods", arity: CoreArity(0, 1)) { module, call in
      guard call[0].truth == false, call.count > 0 else {
        return call.unknown("the list of all methods is not followed")
      }
      let own = module.methods.filter { $0.value.visibility != .private }
      return call.symbols(own.keys.sorted { $0.index < $1.index })
    }
    modules.define("instance_method", "public_instance_method", arity: 1) {
      (module, call) throws(Unwinding) in
      let name = try call.name(0)
      guard let entry = call.run.method(name, of: module) else {
        if let doubt = call.run.doubt(of: module) { return .unknown(doubt) }
        if module.isHosted || StandardNames.has(call.run.spelling(of: name), call.run.ancestors(of: module)) {
          return call.unknown("the method is not followed")
        }
        throw call.raise(
          "NameError",
          "undefined method `\(call.run.spelling(of: name))' for class `\(call.run.name(of: module))'")
      }
      let procedure = RubyProcedure(.method(entry, receiver: .nil), isLambda: true)
      procedure.module = call.run.classes.method
      return .procedure(procedure)
    }
  }
}
