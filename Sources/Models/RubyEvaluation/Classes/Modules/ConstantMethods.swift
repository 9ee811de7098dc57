/// Constants and class variables by name.
enum ConstantMethods {
  static func define(in table: CoreTable) {
    let modules = table.modules
    modules.define("const_get", arity: CoreArity(1, 2)) { (module, call) throws(Unwinding) in
      let path = call.run.spelling(of: try call.name(0))
      var value = RubyValue.module(module)
      for part in path.split(separator: ":") {
        switch value {
        case .module(let scope): value = try call.run.constant(String(part), in: scope, call)
        case .unknown: return value
        default: throw call.raise("TypeError", "it does not refer to class/module")
        }
      }
      return value
    }
    modules.define("const_set", arity: 2, unknowns: .taken) { (module, call) throws(Unwinding) in
      if let doubt = call[0].doubt { return .unknown(doubt) }
      let name = try call.name(0)
      call.run.touch(module)
      call.run.setConstant(call.run.spelling(of: name), call[1], in: module)
      return call[1]
    }
    modules.define("const_defined?", arity: CoreArity(1, 2)) { (module, call) throws(Unwinding) in
      let path = call.run.spelling(of: try call.name(0))
      var scope = module
      for part in path.split(separator: ":") {
        guard let value = try call.run.knownConstant(String(part), in: scope) else {
          if let doubt = call.run.doubt(of: scope) { return .unknown(doubt) }
          return StandardNames.constants.contains(String(part)) ? call.boolean(nil) : .boolean(false)
        }
        if let doubt = value.doubt { return .unknown(doubt) }
        if case .module(let next) = value { scope = next }
      }
      return .boolean(true)
    }
    modules.define("constants", arity: CoreArity(0, 1)) { module, call in
      if let doubt = call.run.doubt(of: module) { return .unknown(doubt) }
      return call.symbols(module.constantNames)
    }
    modules.define("remove_const", arity: 1) { (module, call) throws(Unwinding) in
      let name = try call.name(0)
      call.run.touch(module)
      module.constantNames.removeAll { $0 == name }
      return module.constants.removeValue(forKey: name) ?? .nil
    }
    modules.define("autoload", arity: 2) { module, call in .nil }
    modules.define("class_variable_get", arity: 1) { (module, call) throws(Unwinding) in
      let name = try call.name(0)
      for ancestor in call.run.ancestors(of: module) {
        if let value = ancestor.classVariables[name] { return value }
      }
      throw call.raise(
        "NameError",
        "uninitialized class variable \(call.run.spelling(of: name)) in \(call.run.name(of: module))")
    }
    modules.define("class_variable_set", arity: 2, unknowns: .taken) { (module, call) throws(Unwinding) in
      if let doubt = call[0].doubt { return .unknown(doubt) }
      call.run.touch(module)
      module.classVariables[try call.name(0)] = call[1]
      return call[1]
    }
    modules.define("class_variable_defined?", arity: 1) { (module, call) throws(Unwinding) in
      let name = try call.name(0)
      return .boolean(call.run.ancestors(of: module).contains { $0.classVariables[name] != nil })
    }
    modules.define("class_variables", arity: CoreArity(0, 1)) { module, call in
      call.symbols(module.classVariables.keys.sorted { $0.index < $1.index })
    }
  }
}

extension RubyInterpreter {
  /// A constant that is there, of the program or of the host; nil for none.
  package func knownConstant(_ name: String, in module: RubyModule) throws(Unwinding) -> RubyValue? {
    if let value = inheritedConstant(symbol(name), module) { return value.settled }
    return try host.constant(name, in: module === classes.object ? nil : module, self)
  }

  fileprivate func constant(
    _ name: String, in module: RubyModule, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    guard let value = try knownConstant(name, in: module) else {
      if let hook = method(.known(.constMissing), of: self.module(of: .module(module))) {
        return try invoke(
          hook, .module(module), .known(.constMissing), CallArguments(values: [.symbol(symbol(name))]),
          call.place
        ).settled
      }
      if let doubt = doubt(of: module) { return .unknown(doubt) }
      if StandardNames.constants.contains(name) { return call.unknown("`\(name)` is not followed") }
      let path = module === classes.object ? name : "\(self.name(of: module))::\(name)"
      throw call.raise("NameError", "uninitialized constant \(path)")
    }
    return value
  }
}
