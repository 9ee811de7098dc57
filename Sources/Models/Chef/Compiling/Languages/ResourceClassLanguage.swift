import RubyEvaluation

/// What a class of resources can say of itself: `property`, `action`, `provides` and the like.
struct ResourceClassLanguage {
  let compiler: RecipeCompiler

  private var run: RubyInterpreter { compiler.run }

  func define() {
    let table = CoreTable(run, run.singletonClass(of: compiler.classes.resource))
    properties(table)
    names(table)
    actions(table)
    rest(table)
  }

  private func kind(_ call: CoreCall) -> ResourceKind? {
    guard case .module(let module) = call.receiver else { return nil }
    return compiler.kind(of: module)
  }

  private func properties(_ table: CoreTable) {
    let compiler = compiler
    table.define("property", "attribute", arity: .from(1), unknowns: .taken) { (call) throws(Unwinding) in
      guard let kind = kind(call) else { return .nil }
      guard let property = try PropertyOptions(compiler).property(call) else {
        kind.isOpen = true
        return .nil
      }
      kind.add(property)
      if property.name != "name" { compiler.defineAccessor(property.name, in: kind.module) }
      return .symbol(call.run.symbol(property.name))
    }
    table.define("deprecated_property_alias", arity: .any) { call in
      guard let kind = kind(call), let name = compiler.spelling(of: call[0]),
        let target = compiler.spelling(of: call[1])
      else { return .nil }
      kind.add(alias: name, of: target)
      compiler.defineAccessor(name, in: kind.module)
      return .nil
    }
    table.define("state_properties", "identity_properties", arity: .any) { call in
      call.unknown("which of the properties those are")
    }
    table.define("properties", arity: .any) { call in
      let pairs = kind(call)?.declaredProperties.map { property -> (RubyValue, RubyValue) in
        let name = RubyValue.symbol(call.run.symbol(property.name))
        return (name, call.unknown("the property as an object"))
      }
      return .hash(RubyHash(pairs ?? []))
    }
    table.define("lazy", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      try compiler.lazyValue(call)
    }
    table.define("property_type", arity: .any, unknowns: .taken) { call in
      call.unknown("a type of its own")
    }
  }

  private func names(_ table: CoreTable) {
    let compiler = compiler
    table.define("resource_name", "resource_name=", arity: .any, unknowns: .taken) { call in
      guard let kind = kind(call) else { return .nil }
      if let name = compiler.spelling(of: call[0]) { kind.name = name }
      return kind.name.map { .symbol(call.run.symbol($0)) } ?? .nil
    }
    table.define("provides", arity: .from(1), unknowns: .taken) { call in
      guard let kind = kind(call), let name = compiler.spelling(of: call[0]) else { return .nil }
      compiler.provide(name, kind, call)
      return .nil
    }
    table.define("provides?", arity: .any) { call in call.unknown("what it provides on this node") }
    table.define("chef_version_for_provides", arity: .any) { _ in .nil }
  }

  private func actions(_ table: CoreTable) {
    let compiler = compiler
    table.define("action", arity: .from(1), unknowns: .taken) { call in
      guard let kind = kind(call), let name = compiler.spelling(of: call[0]) else { return .nil }
      kind.add(action: name)
      if let block = call.block {
        kind.hasActionClass = true
        call.run.define("action_" + name, in: compiler.actionClass(of: kind), .procedure(block))
      }
      if kind.defaultAction == ["nothing"] { kind.defaultAction = [name] }
      return .nil
    }
    table.define("actions", "allowed_actions", "allowed_actions=", "actions=", "valid_actions", arity: .any) {
      call in
      guard let kind = kind(call) else { return .nil }
      for name in compiler.spellings(in: call.arguments) { kind.add(action: name) }
      return call.make((["nothing"] + kind.allowedActions).map { .symbol(call.run.symbol($0)) })
    }
    table.define("default_action", "default_action=", arity: .any) { call in
      guard let kind = kind(call) else { return .nil }
      let names = compiler.spellings(in: call.arguments)
      if !names.isEmpty {
        kind.defaultAction = names
        kind.defaultPlace = call.place
      }
      return call.make(kind.defaultAction.map { .symbol(call.run.symbol($0)) })
    }
    table.define("action_class", "declare_action_class", arity: .any) { (call) throws(Unwinding) in
      guard let kind = kind(call) else { return .nil }
      kind.hasActionClass = true
      let module = compiler.actionClass(of: kind)
      if let block = call.block {
        _ = try call.run.call(block, as: .module(module), definee: module, at: call.place)
      }
      return .module(module)
    }
    table.define("load_current_value", arity: .any) { call in
      if let block = call.block { kind(call)?.currentValueLoader = block }
      return .nil
    }
    table.define("unified_mode", arity: .any) { call in
      guard let kind = kind(call) else { return .nil }
      if call.count > 0 { kind.isUnified = call[0].truth ?? true }
      return .boolean(kind.isUnified)
    }
  }

  private func rest(_ table: CoreTable) {
    let compiler = compiler
    table.define("use", arity: 1) { (call) throws(Unwinding) in
      guard case .module(let module) = call.receiver, let name = compiler.spelling(of: call[0]) else {
        return .nil
      }
      try compiler.use(partial: name, in: module, call)
      return .nil
    }
    table.define("resource_for_node", arity: 2) { (call) throws(Unwinding) in
      guard let name = compiler.spelling(of: call[0]) else { return call.unknown("which resource is meant") }
      guard let kind = try compiler.kind(answeringTo: name, call) else {
        throw call.run.raise(
          compiler.classes.error("NoSuchResourceType"), "Cannot find a resource for \(name)", at: call.place)
      }
      return .module(kind.module)
    }
    table.define("node") { _ in .object(compiler.node) }
    table.define("run_context", "run_context=", arity: .any) { _ in .object(compiler.runContext) }
    table.define(
      "description", "introduced", "examples", "deprecated", "preview_resource", "skip_docs",
      "default_description", "resource_deprecated", "state_attrs", "identity_attr", "identity_property",
      "identity_attrs", "is_custom_resource!", "include_resource_dsl", arity: .any
    ) { _ in .nil }
    for name in UntoldMethods.ofResourceClasses {
      table.define(name, arity: .any, unknowns: .taken) { call in call.unknown("what `\(name)` gives") }
    }
    table.define("custom_resource?") { call in .boolean(kind(call)?.facts == nil) }
  }
}
