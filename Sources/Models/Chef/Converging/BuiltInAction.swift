import RubyEvaluation
import Source

/// What can be told of an action of one of Chef's own resources.
struct BuiltInAction {
  private let compiler: RecipeCompiler
  private let earlier: EarlierResources

  init(_ compiler: RecipeCompiler, after earlier: EarlierResources) {
    self.compiler = compiler
    self.earlier = earlier
  }

  private var run: RubyInterpreter { compiler.run }

  func take(
    _ action: String, _ name: String, _ state: ResourceState, _ object: RubyObject,
    because doubt: RubyUnknown?
  ) {
    switch name {
    case "ruby_block": if action == "run" || action == "create" { runBlock(of: state, because: doubt) }
    // It fills the node with what nobody knows here.
    case "ohai": compiler.hasGap = true
    default: break
    }
    guard doubt == nil, state.state["ignore_failure"] == nil else { return }
    if let fault = nameFault(state, object) { return compiler.findings.add(fault) }
    let certain = CertainFailure(compiler, after: earlier)
    if action == "create", certain.writesFile(name, state, object),
      let fault = UnknownVerification(compiler).fault(of: state)
    {
      return compiler.findings.add(fault)
    }
    guard let failure = certain.failure(action, name, state, object), let location = state.location(of: .head)
    else { return }
    compiler.findings.add(
      ChefFault(
        .raised(className: failure.className, message: failure.message), at: location,
        chain: compiler.chain(around: state)))
  }

  /// The fault of a name that the resource does not take: its action reads it.
  private func nameFault(_ state: ResourceState, _ object: RubyObject) -> ChefFault? {
    for name in state.kind.pickyNames where state.state[name] == nil {
      let call = CoreCall(
        run, .object(object), run.symbol(name), [], hasKeywords: false, block: nil, at: state.place)
      let result = run.attempt { () throws(Unwinding) in
        try compiler.property(name, of: state, object, call) ?? .nil
      }
      if case .failed(let failure) = result {
        return ConvergeFailure(compiler).fault(failure, of: state, .sure)
      }
    }
    return nil
  }

  /// Takes actions while the run list is compiled, as far as they change what is compiled next.
  func takeNow(_ actions: [String], _ state: ResourceState, _ object: RubyObject) {
    guard let facts = state.kind.facts else { return compiler.hasGap = true }
    for action in actions where ["ruby_block", "ohai"].contains(facts.name) {
      take(action, facts.name, state, object, because: nil)
    }
  }

  /// Runs the code of a `ruby_block`.
  private func runBlock(of state: ResourceState, because doubt: RubyUnknown?) {
    guard let block = state.state.calls.last(where: { $0.name == "block" })?.block else { return }
    let isMuted = compiler.findings.isMuted
    compiler.findings.isMuted = true
    defer { compiler.findings.isMuted = isMuted }
    let rounds = run.openRounds
    let result = run.attempt { () throws(Unwinding) in
      guard let doubt else { return try run.call(block, [], at: nil) }
      return try run.maybe(because: doubt) { () throws(Unwinding) in try run.call(block, [], at: nil) }
    }
    switch result {
    case .value: return
    case .stopped: compiler.hasGap = true
    case .failed(let failure):
      let certainty: ChefFault.Certainty = doubt == nil ? .sure : .maybe
      if let fault = ConvergeFailure(compiler).fault(failure, of: state, certainty, since: rounds) {
        compiler.findings.add(fault)
      }
      compiler.hasGap = true
    }
  }
}
