import Diagnostics
import RubyEvaluation

/// What providers can call besides the language of recipes, and what their classes say of themselves.
struct ProviderLanguage {
  let compiler: RecipeCompiler

  private var run: RubyInterpreter { compiler.run }

  func define() {
    let provider = compiler.classes.provider
    let table = CoreTable(run, provider)
    making(table)
    for name in ["new_resource", "current_resource", "after_resource", "action"] {
      run.define(name, in: provider, .reader(run.symbol("@" + name)))
      run.define(name + "=", in: provider, .writer(run.symbol("@" + name)))
    }
    converging(table)
    describing(table)
    declaring(CoreTable(run, run.singletonClass(of: provider)))
  }

  private func making(_ table: CoreTable) {
    let compiler = compiler
    table.define("initialize", arity: .any, unknowns: .taken) { call in
      guard case .object(let provider) = call.receiver else { return .nil }
      if provider.payload == nil, case .object(let resource) = call[0], resource.payload is ResourceState {
        provider.payload = ProviderState(resource)
      }
      call.run.setVariable(call.run.symbol("@new_resource"), call[0], of: provider)
      call.run.setVariable(call.run.symbol("@current_resource"), .nil, of: provider)
      call.run.setVariable(call.run.symbol("@run_context"), .object(compiler.runContext), of: provider)
      return .nil
    }
  }

  private func converging(_ table: CoreTable) {
    table.define("converge_by", "recipe_eval", "compile_and_converge_action", arity: .any, unknowns: .taken) {
      (call) throws(Unwinding) in
      call.block == nil ? .nil : try call.yield()
    }
    table.define("converge_if_changed", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      guard call.block != nil else {
        throw call.raise("ArgumentError", "converge_if_changed must be passed a block!")
      }
      try refuseUnknownProperties(call)
      guard case .object(let provider) = call.receiver,
        let current = provider.variable(call.run.symbol("@current_resource")), !current.isNil
      else { return try call.yield() }
      let doubt = RubyUnknown(
        "what the machine's state differs in is known when it converges", at: call.place)
      return try call.run.maybe(because: doubt) { () throws(Unwinding) in try call.yield() }
    }
    table.define("load_current_resource", "action_nothing", arity: .any) { _ in .nil }
    table.define(
      "define_resource_requirements", "process_resource_requirements", "cleanup_after_converge",
      "check_resource_semantics!", "load_after_resource", "set_updated_status",
      "validate_required_properties!",
      "description", "introduced", arity: .any
    ) { _ in .nil }
    table.define("run_action", arity: .any) { (call) throws(Unwinding) in
      guard let action = self.compiler.spelling(of: call[0]) else { return .nil }
      return try call.run.call(call.receiver, call.run.symbol("action_" + action), at: call.place)
    }
  }

  /// Raises where `converge_if_changed` is to compare something that is no property: properties are known by symbols.
  private func refuseUnknownProperties(_ call: CoreCall) throws(Unwinding) {
    guard case .object(let provider) = call.receiver,
      let state = (provider.payload as? ProviderState)?.resource.payload as? ResourceState
    else { return }
    for (position, argument) in call.arguments.enumerated() {
      var name = ""
      var near: String?
      switch argument.settled {
      case .symbol(let symbol):
        name = run.spelling(of: symbol)
        near = Suggestion.nearest(to: name, among: state.kind.propertyNames).map { "did you mean `:\($0)`?" }
      case .string(let text): near = "write `:\(text.string)`"
      case .array: near = "write the properties one after another, without brackets"
      default: continue
      }
      guard state.kind.lacks(property: name, run) else { continue }
      let words = try call.inspection(of: argument) ?? "it"
      throw compiler.refusal(
        "NoMethodError", "undefined method `name' for nil:NilClass: `\(state.type)` has no property \(words)",
        in: .argument(position), help: near, call)
    }
  }

  private func describing(_ table: CoreTable) {
    let compiler = compiler
    table.define("whyrun_mode?") { _ in .boolean(false) }
    table.define("whyrun_supported?") { _ in .boolean(true) }
    table.define("logger") { _ in .object(compiler.classes.log) }
    table.define("property_is_set?", arity: 1) { (call) throws(Unwinding) in
      guard case .object(let provider) = call.receiver, let state = provider.payload as? ProviderState else {
        return call.unknown("the resource")
      }
      return try call.run.call(.object(state.resource), call.name, call.arguments, at: call.place)
    }
    for name in [
      "resource_updated?", "events", "requirements", "converge_actions", "resource_collection",
      "current_value", "return_load_current_value",
    ] {
      table.define(name, arity: .any) { call in call.unknown("what `\(name)` gives on the machine") }
    }
  }

  /// What stands in the body of a class of providers.
  private func declaring(_ table: CoreTable) {
    let compiler = compiler
    table.define("action", arity: .from(1), unknowns: .taken) { call in
      guard case .module(let module) = call.receiver, let name = compiler.spelling(of: call[0]),
        let block = call.block
      else { return .nil }
      call.run.define("action_" + name, in: module, .procedure(block))
      return .nil
    }
    table.define("provides", arity: .from(1), unknowns: .taken) { call in
      guard case .module(let module) = call.receiver, let name = compiler.spelling(of: call[0]) else {
        return .nil
      }
      compiler.providerClasses[name, default: []].append(module)
      return .nil
    }
    table.define("use", arity: 1) { (call) throws(Unwinding) in
      guard case .module(let module) = call.receiver, let name = compiler.spelling(of: call[0]) else {
        return .nil
      }
      try compiler.use(partial: name, in: module, call)
      return .nil
    }
    table.define("use_inline_resources", "include_resource_dsl", "include_resource_dsl?", arity: .any) { _ in
      .nil
    }
    table.define("supports?", arity: .any) { _ in .boolean(true) }
    for name in ["provides?", "action_descriptions", "action_description"] {
      table.define(name, arity: .any) { call in call.unknown("what `\(name)` says of a provider") }
    }
  }
}
