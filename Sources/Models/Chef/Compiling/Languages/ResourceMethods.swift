import RubyEvaluation

/// The methods that every resource has besides its properties: `action`, `notifies`, `only_if` and the like.
struct ResourceMethods {
  let compiler: RecipeCompiler

  private var run: RubyInterpreter { compiler.run }

  func define() {
    let table = CoreTable(run, compiler.classes.resource)
    let resources = table.payloads(ResourceState.self)
    making(table)
    acting(resources)
    guards(resources)
    notifications(resources)
    describing(resources)
    ResourcePropertyMethods(compiler: compiler).define(in: resources)
  }

  private func making(_ table: CoreTable) {
    let compiler = compiler
    table.define("initialize", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      guard case .object(let object) = call.receiver else { return .nil }
      if object.payload == nil {
        let module = call.run.plainClass(of: call.receiver)
        guard let kind = compiler.kind(of: module) else { return .nil }
        object.payload = ResourceState(kind, name: try Self.name(call[0], call))
        call.run.setVariable(call.run.symbol("@run_context"), .object(compiler.runContext), of: object)
      }
      return .nil
    }
    table.define("after_created") { _ in .nil }
    table.define("current_value_does_not_exist!", arity: .any) { (call) throws(Unwinding) in
      throw call.run.raise(
        compiler.classes.error("CurrentValueDoesNotExist"), "it does not exist", at: call.place)
    }
    table.define("load_current_value!", arity: .any) { _ in .nil }
  }

  /// The name as Chef keeps it: lists are joined, all else becomes a text.
  static func name(_ value: RubyValue, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    switch value.settled {
    case .nil, .unknown: return value.settled
    case .string: return value
    case .array(let array):
      var text: [UInt8] = []
      for (index, element) in array.elements.enumerated() {
        guard let part = try call.text(of: element) else { return call.unknown("a part of the name") }
        if index > 0 { text += Array(", ".utf8) }
        text += part
      }
      return call.make(text)
    default:
      guard let text = try call.text(of: value) else { return call.unknown("the name") }
      return call.make(text)
    }
  }

  private func acting(_ table: KindTable<ResourceState>) {
    table.define("name", "name=", arity: CoreArity(0, 1), unknowns: .taken) {
      (state, call) throws(Unwinding) in
      if call.count == 1, !call[0].isNil { state.name = try Self.name(call[0], call) }
      return state.name
    }
    table.define("action", "action=", arity: .any, unknowns: .taken) { (state, call) throws(Unwinding) in
      try act(state, call)
    }
    table.define("allowed_actions", arity: .any) { state, call in
      call.make((["nothing"] + state.kind.allowedActions).map { .symbol(call.run.symbol($0)) })
    }
    table.define("run_action", arity: .from(1), unknowns: .taken) { (state, call) throws(Unwinding) in
      change(call)
      if call[0].settled.isNil {
        throw compiler.refusal(
          "ArgumentError", "nil is not a valid action for resource \(state.type)", in: .argument(0), call)
      }
      let actions = try names(in: call[0], call)
      for action in actions { try refuseUntaken(action, state, call) }
      state.state.compileTimeActions += actions
      compiler.take(actions, of: state, call.receiver)
      return .nil
    }
    table.define("delayed_action", "updated_by_last_action", arity: .any) { _, _ in .nil }
    table.define("updated?", "updated_by_last_action?", "updated") { _, call in
      call.unknown("whether a resource changes something is known when it converges")
    }
    for name in ["provider", "guard_interpreter"] {
      table.define(name, name + "=", arity: CoreArity(0, 1), unknowns: .taken) {
        (state, call) throws(Unwinding) in
        if name == "guard_interpreter" { try checkInterpreter(call[0], state, call) }
        if call.count > 0 { state.state[name] = call[0] }
        return state.state[name] ?? .nil
      }
    }
  }

  /// Raises where the interpreter of guards is no symbol.
  private func checkInterpreter(
    _ value: RubyValue, _ state: ResourceState, _ call: CoreCall
  ) throws(Unwinding) {
    switch value.settled {
    case .nil, .symbol, .unknown, .object: return
    default:
      let problem = "must be a symbol!  You passed \(try call.inspection(of: value) ?? "another")."
      throw run.raise(
        compiler.classes.error("ValidationFailed"), "Option guard_interpreter \(problem)",
        RaisedFault(
          .refusedValue(property: "guard_interpreter", resource: state.type, problem: problem),
          in: .argument(0)), at: call.place)
    }
  }

  /// Raises for an action that is taken at once and that nothing has: unlike `action`, `run_action` is not looked at before.
  private func refuseUntaken(
    _ action: String, _ state: ResourceState, _ call: CoreCall
  ) throws(Unwinding) {
    let allowed = ["nothing"] + state.kind.allowedActions
    guard case .object(let object) = call.receiver, state.isFree, state.state["ignore_failure"] == nil,
      !allowed.contains(action), !compiler.mayHave(action: action, state)
    else { return }
    switch ProviderFinder(compiler).provider(of: state, object) {
    case .missing, .unknown: return
    case .builtIn: if Self.untoldActions.contains(action) { return }
    case .cookbook(let module):
      let isOpen = run.ancestors(of: module).contains { $0.doubt != nil }
      if isOpen || run.method(run.symbol("action_" + action), of: module) != nil { return }
    }
    throw run.raise(
      "NoMethodError", "undefined method `action_\(action)' for the provider of \(state.type)",
      RaisedFault(
        .unknownAction(action, resource: state.type, allowed: allowed), in: .text(action, otherwise: 0)),
      at: call.place)
  }

  /// Actions that some of Chef's providers have and that their resources do not name.
  private static let untoldActions: Set<String> = [
    "configure", "configure_startup", "create", "delete", "disable", "enable", "flush_cache", "lock",
    "manage",
    "mask", "modify", "reconfig", "reload", "remove", "restart", "run", "start", "stop", "umount", "unlock",
    "unmask", "unmount",
  ]

  private func act(_ state: ResourceState, _ call: CoreCall) throws(Unwinding) -> RubyValue {
    guard call.count > 0, !call[0].isNil else { return actions(of: state, call) }
    let given = call.count == 1 ? call[0] : .array(RubyArray(call.arguments))
    change(call)
    if case .unknown(let doubt) = given.settled {
      state.state.actionDoubt = doubt
      return given
    }
    let names = try names(in: given, call)
    for name in names { try check(name, state, call) }
    state.set(actions: names, run)
    state.state.actionDoubt = nil
    return actions(of: state, call)
  }

  private func change(_ call: CoreCall) {
    if case .object(let object) = call.receiver { run.willChange(payloadOf: object) }
  }

  private func actions(of state: ResourceState, _ call: CoreCall) -> RubyValue {
    if let doubt = state.state.actionDoubt { return .unknown(doubt) }
    return .array(state.actionList(run))
  }

  private func names(in value: RubyValue, _ call: CoreCall) throws(Unwinding) -> [String] {
    switch value.settled {
    case .symbol(let symbol): return [call.run.spelling(of: symbol)]
    case .string(let string): return [string.string]
    case .array(let array):
      var names: [String] = []
      for element in array.elements { names += try self.names(in: element, call) }
      return names
    case .unknown, .nil: return []
    default:
      throw call.raise("NoMethodError", "undefined method `to_sym' for \(call.run.className(of: value))")
    }
  }

  private func check(_ action: String, _ state: ResourceState, _ call: CoreCall) throws(Unwinding) {
    let allowed = ["nothing"] + state.kind.allowedActions
    if allowed.contains(action) || compiler.mayHave(action: action, state) { return }
    // Classes of the old kind set what they allow in `initialize`.
    if case .object(let object) = call.receiver, object.variable(run.symbol("@allowed_actions")) != nil {
      return
    }
    let words = allowed.map { ":" + $0 }.joined(separator: ", ")
    throw run.raise(
      compiler.classes.error("ValidationFailed"),
      "Option action must be equal to one of: \(words)!  You passed :\(action).",
      RaisedFault(
        .unknownAction(action, resource: state.type, allowed: allowed), in: .text(action, otherwise: 0)),
      at: call.place)
  }

  private func guards(_ table: KindTable<ResourceState>) {
    let compiler = compiler
    for (name, isPositive) in [("only_if", true), ("not_if", false)] {
      table.define(name, arity: CoreArity(0, 2), unknowns: .taken) { (state, call) throws(Unwinding) in
        let command = call.positionals.first
        guard call.block != nil || command.map({ !$0.isNil }) == true else { return .nil }
        if let command, call.block == nil {
          switch command.settled {
          case .string, .array, .unknown: break
          default:
            let words = try call.inspection(of: command) ?? "?"
            throw call.raise(
              "ArgumentError",
              "Invalid only_if/not_if command, expected command to be a string or array: \(words)")
          }
        }
        change(call)
        let isCommand = call.block == nil
        let entry = ResourceState.Guard(
          value: isCommand ? command : nil, block: call.block,
          strangeOption: isCommand ? GuardOptions.strange(in: call, compiler) : nil, place: call.place)
        if isPositive { state.state.onlyIf.append(entry) } else { state.state.notIf.append(entry) }
        return .nil
      }
    }
  }

  private func notifications(_ table: KindTable<ResourceState>) {
    let compiler = compiler
    table.define("notifies", arity: CoreArity(2, 3), unknowns: .taken) { (state, call) throws(Unwinding) in
      change(call)
      state.state.notifies += try NotificationReader(compiler, call).notified()
      return .boolean(true)
    }
    table.define("subscribes", arity: CoreArity(2, 3), unknowns: .taken) { (state, call) throws(Unwinding) in
      change(call)
      state.state.subscribes += try NotificationReader(compiler, call).subscribed()
      return .boolean(true)
    }
    for timing in ["immediately", "delayed", "before"] {
      table.define("notifies_" + timing, arity: 2, unknowns: .taken) { (state, call) throws(Unwinding) in
        let full = CoreCall(
          call.run, call.receiver, call.name, call.arguments + [.symbol(call.run.symbol(timing))],
          hasKeywords: false, block: nil, at: call.place)
        change(call)
        state.state.notifies += try NotificationReader(compiler, full).notified()
        return .nil
      }
    }
  }

  private func describing(_ table: KindTable<ResourceState>) {
    let compiler = compiler
    table.define("to_s", "to_text", "inspect") { (state, call) throws(Unwinding) in
      guard let name = try call.text(of: state.name) else { return call.unknown("its name") }
      return call.make("\(state.kind.name ?? state.type)[\(String(decoding: name, as: UTF8.self))]")
    }
    table.define("declared_key") { (state, call) throws(Unwinding) in
      guard let name = try call.text(of: state.name) else { return call.unknown("its name") }
      return call.make("\(state.type)[\(String(decoding: name, as: UTF8.self))]")
    }
    table.define("resource_name") { state, call in
      .symbol(call.run.symbol(state.kind.name ?? state.type))
    }
    table.define("declared_type") { state, call in .symbol(call.run.symbol(state.type)) }
    table.define("cookbook_name", arity: .any) { state, call in .symbol(call.run.symbol(state.cookbook)) }
    table.define("recipe_name", arity: .any) { state, call in call.make(state.recipe) }
    table.define("run_context", "run_context=", arity: .any) { _, _ in .object(compiler.runContext) }
    table.define(
      "enclosing_provider", "source_line", "current_value", "cookbook_name=", "recipe_name=",
      "source_line=", "params=", "enclosing_provider=", arity: .any
    ) { _, _ in .nil }
    for name in UntoldMethods.ofResources {
      table.define(name, arity: .any, unknowns: .taken) { _, call in call.unknown("what `\(name)` gives") }
    }
    table.define("params") { state, _ in state.parameters.map { .hash($0) } ?? .nil }
  }
}
