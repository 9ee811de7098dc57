/// `attr_*`, `define_method`, `alias_method`, visibility.
enum DefinitionMethods {
  static func define(in table: CoreTable) {
    let modules = table.modules
    modules.define("attr_reader", "attr", arity: .any) { (module, call) throws(Unwinding) in
      try attributes(call, module, reads: true, writes: false)
    }
    modules.define("attr_writer", arity: .any) { (module, call) throws(Unwinding) in
      try attributes(call, module, reads: false, writes: true)
    }
    modules.define("attr_accessor", arity: .any) { (module, call) throws(Unwinding) in
      try attributes(call, module, reads: true, writes: true)
    }
    modules.define("define_method", arity: CoreArity(1, 2), unknowns: .taken) {
      (module, call) throws(Unwinding) in
      if let doubt = call[0].doubt ?? call[1].doubt {
        call.run.touch(module)
        module.doubt = module.doubt ?? doubt
        return .unknown(doubt)
      }
      let home = call.run.current?.home
      let isOwn = home?.receiver.heap === module && home?.method == nil
      try call.run.defineByBlock(call, in: module, isOwn ? home?.visibility ?? .public : .public)
      return .symbol(try call.name(0))
    }
    modules.define("alias_method", arity: 2) { (module, call) throws(Unwinding) in
      try call.run.alias(call.name(0), call.name(1), in: module, at: call.place)
      return .symbol(try call.name(0))
    }
    modules.define("remove_method", "undef_method", arity: .any) { (module, call) throws(Unwinding) in
      for index in 0..<call.count {
        let name = try call.name(index)
        if call.run.spelling(of: call.name) == "undef_method" {
          call.run.add(RubyMethodEntry(name, in: module, .absent), as: name, to: module)
        } else {
          call.run.touch(module)
          module.methods[name] = nil
          call.run.methodVersion += 1
        }
      }
      return call.receiver
    }
    defineVisibility(modules)
  }

  private static func attributes(
    _ call: CoreCall, _ module: RubyModule, reads: Bool, writes: Bool
  ) throws(Unwinding) -> RubyValue {
    let home = call.run.current?.home
    let visibility =
      home?.receiver.heap === module && home?.method == nil ? home?.visibility ?? .public : .public
    var names: [RubySymbol] = []
    for index in 0..<call.count {
      if case .boolean = call[index] { continue }
      let name = try call.name(index)
      let variable = call.run.symbol("@" + call.run.spelling(of: name))
      if reads {
        call.run.add(RubyMethodEntry(name, in: module, .reader(variable), visibility), as: name, to: module)
        names.append(name)
      }
      if writes {
        let setter = call.run.symbol(call.run.spelling(of: name) + "=")
        call.run.add(
          RubyMethodEntry(setter, in: module, .writer(variable), visibility), as: setter, to: module)
        names.append(setter)
      }
    }
    return call.symbols(names)
  }

  private static func defineVisibility(_ modules: KindTable<RubyModule>) {
    for (name, visibility) in [
      ("public", RubyMethodEntry.Visibility.public), ("protected", .protected), ("private", .private),
    ] {
      modules.define(name, arity: .any) { (module, call) throws(Unwinding) in
        guard call.count > 0 else {
          guard let home = call.run.current?.home, home.receiver.heap === module else { return .nil }
          home.visibility = visibility
          home.definesModuleFunctions = false
          return .nil
        }
        try setVisibility(call, visibility, in: module)
        return call[0]
      }
    }
    modules.define("module_function", arity: .any) { (module, call) throws(Unwinding) in
      guard call.count > 0 else {
        call.run.current?.home.definesModuleFunctions = true
        return .nil
      }
      let singleton = call.run.singletonClass(of: module)
      for name in try names(call) {
        guard let entry = call.run.method(name, of: module) else { continue }
        call.run.add(RubyMethodEntry(name, in: singleton, entry.body), as: name, to: singleton)
      }
      return .nil
    }
    modules.define("private_class_method", arity: .any) { (module, call) throws(Unwinding) in
      try setVisibility(call, .private, in: call.run.singletonClass(of: module))
      return .nil
    }
    modules.define("public_class_method", arity: .any) { (module, call) throws(Unwinding) in
      try setVisibility(call, .public, in: call.run.singletonClass(of: module))
      return .nil
    }
    modules.define("private_constant", "public_constant", "deprecate_constant", arity: .any) { _, _ in .nil }
  }

  private static func names(_ call: CoreCall) throws(Unwinding) -> [RubySymbol] {
    var names: [RubySymbol] = []
    for value in call.arguments {
      switch value {
      case .symbol(let name): names.append(name)
      case .string(let string): names.append(call.run.symbol(string.string))
      case .array(let array):
        for case .symbol(let name) in array.elements { names.append(name) }
      default: break
      }
    }
    return names
  }

  private static func setVisibility(
    _ call: CoreCall, _ visibility: RubyMethodEntry.Visibility, in module: RubyModule
  ) throws(Unwinding) {
    for name in try names(call) {
      guard let entry = call.run.method(name, of: module) else {
        if call.run.doubt(of: module) != nil
          || StandardNames.has(call.run.spelling(of: name), call.run.ancestors(of: module))
        {
          continue
        }
        throw call.raise(
          "NameError",
          "undefined method `\(call.run.spelling(of: name))' for class `\(call.run.name(of: module))'")
      }
      let owner = entry.owner === module ? entry.owner : module
      let seen = RubyMethodEntry(entry.name, in: owner, entry.body, visibility, origin: entry.origin)
      call.run.add(seen, as: name, to: module)
    }
  }
}
