import Diagnostics
import RubyEvaluation
import Source

/// Runs an action that a cookbook wrote, and takes the resources that it declares.
struct CustomAction {
  private let convergence: Convergence
  private let module: RubyModule

  init(_ convergence: Convergence, _ module: RubyModule) {
    self.convergence = convergence
    self.module = module
  }

  private var compiler: RecipeCompiler { convergence.compiler }
  private var run: RubyInterpreter { compiler.run }

  func take(_ action: String, _ state: ResourceState, _ object: RubyObject, because doubt: RubyUnknown?) {
    let name = run.symbol("action_" + action)
    let inner = ResourceCollection(in: compiler.scope, isUnified: state.kind.isUnified)
    let outer = (compiler.scope, compiler.reach, compiler.acting)
    compiler.reach = compiler.chain(to: state)
    compiler.recipes.append(RecipeName(cookbook: state.cookbook, recipe: state.recipe))
    defer {
      (compiler.scope, compiler.reach, compiler.acting) = outer
      compiler.recipes.removeLast()
    }
    compiler.scope = inner
    let rounds = run.openRounds
    let result = run.attempt { () throws(Unwinding) in
      guard let doubt else { return try perform(name, action, state, object) }
      return try run.maybe(because: doubt) { () throws(Unwinding) in
        try perform(name, action, state, object)
      }
    }
    compiler.scope = inner
    switch result {
    case .failed(let failure):
      let certainty: ChefFault.Certainty = doubt == nil ? .sure : .maybe
      if let fault = ConvergeFailure(compiler).fault(failure, of: state, certainty, since: rounds) {
        compiler.findings.add(fault)
      }
      // What it would have done besides is missing from here on.
      compiler.hasGap = true
      if failure.certainty == .sure { return }
    case .stopped: compiler.hasGap = true
    case .value: break
    }
    convergence.converge(inner)
  }

  private func perform(
    _ name: RubySymbol, _ action: String, _ state: ResourceState, _ object: RubyObject
  ) throws(Unwinding) -> RubyValue {
    let arguments = [RubyValue.object(object), .object(compiler.runContext)]
    let made = try run.call(.module(module), .known(.new), arguments, at: nil)
    guard case .object(let provider) = made else { return made }
    // What must be given is read first: a name that stands for it is looked at then.
    for property in state.kind.declaredProperties where property.isName && property.need.holds(for: [action])
    {
      let call = CoreCall(
        run, .object(object), run.symbol(property.name), [], hasKeywords: false, block: nil, at: state.place)
      _ = try compiler.value(of: property, in: state, object, call)
    }
    compiler.acting = provider
    run.setVariable(run.symbol("@action"), .symbol(run.symbol(action)), of: provider)
    if let loader = state.kind.currentValueLoader {
      try loadCurrentValue(loader, state, object)
      let unknown = RubyUnknown("the state of the machine is known when the run converges", at: state.place)
      run.setVariable(run.symbol("@current_resource"), .unknown(unknown), of: provider)
    } else {
      _ = try run.call(made, run.symbol("load_current_resource"), at: nil)
    }
    guard run.method(name, of: module) != nil else { throw unwritten(action, state) }
    return try run.call(made, name, at: nil)
  }

  /// What an action raises that the resource has and that nothing does.
  private func unwritten(_ action: String, _ state: ResourceState) -> Unwinding {
    let message = "undefined method `action_\(action)' for an instance of \(module.name ?? "Chef::Provider")"
    guard state.state.actions == nil, let place = state.kind.defaultPlace else {
      return run.raise("NoMethodError", message, at: state.place)
    }
    let written = state.kind.allowedActions.filter {
      run.method(run.symbol("action_" + $0), of: module) != nil
    }
    return run.raise(
      "NoMethodError", message,
      RaisedFault(
        .unknownAction(action, resource: state.type, allowed: written + ["nothing"]),
        in: .text(action, otherwise: 0)),
      at: place)
  }

  /// Runs `load_current_value` for what breaks in it; what it finds out is the machine's.
  private func loadCurrentValue(
    _ loader: RubyProcedure, _ state: ResourceState, _ object: RubyObject
  ) throws(Unwinding) {
    let arguments = [state.name, .object(compiler.runContext)]
    let made = try run.call(.module(state.kind.module), .known(.new), arguments, at: nil)
    guard case .object(let current) = made, let own = current.payload as? ResourceState else { return }
    for property in state.kind.declaredProperties where property.isName {
      if let value = state.state[property.name] { own.state[property.name] = value }
    }
    own.type = state.type
    let rounds = run.openRounds
    let result = run.attempt { () throws(Unwinding) in
      try run.call(loader, as: made, [.object(object)], at: nil)
    }
    guard case .failed(let failure) = result,
      failure.className != "Chef::Exceptions::CurrentValueDoesNotExist"
    else { return }
    let fault = ConvergeFailure(compiler).fault(failure, of: state, .sure, since: rounds)
    if let fault { compiler.findings.add(fault) }
  }
}
