import RubyEvaluation

/// Finds what takes a resource.
struct ProviderFinder {
  enum Provider {
    /// One of Chef's own; the name of its resource.
    case builtIn(String)
    /// A class of a cookbook with a method for each action.
    case cookbook(RubyModule)
    /// Nothing takes it.
    case missing
    /// It is not read: what it does cannot be told.
    case unknown
  }

  private let compiler: RecipeCompiler

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  func provider(of state: ResourceState, _ object: RubyObject) -> Provider {
    if let given = state.state["provider"], !given.isNil {
      guard case .module(let module) = given.settled, isOfCookbook(module) else { return .unknown }
      return .cookbook(module)
    }
    if let kind = actingKind(state.kind) { return .cookbook(compiler.actionClass(of: kind)) }
    let names = [state.kind.name, state.type].compactMap { $0 }
    let provided = names.lazy.compactMap { compiler.providerClasses[$0] }.first
    if let provided {
      return provided.count == 1 && isOfCookbook(provided[0]) ? .cookbook(provided[0]) : .unknown
    }
    if let name = builtInName(state.kind) { return .builtIn(name) }
    return isTakenByNothing(object) ? .missing : .unknown
  }

  /// Whether all that could take a resource has been read. Until Chef 13 a class is found by its name too.
  private func isTakenByNothing(_ object: RubyObject) -> Bool {
    object.variable(compiler.run.symbol("@provider")) == nil && !compiler.hasGap
      && compiler.unreadLibraries.isEmpty && AbsentCookbooks(compiler) == nil
      && compiler.input.run.setup.client.judged.isAtLeast(13) == true
  }

  /// The kind itself where it or an ancestor that a cookbook brought has actions with a body.
  private func actingKind(_ kind: ResourceKind) -> ResourceKind? {
    var current: ResourceKind? = kind
    while let candidate = current, candidate.facts == nil {
      if candidate.hasActionClass { return kind }
      current = candidate.parent
    }
    return nil
  }

  /// The name of the resource of Chef that a class is or inherits from.
  private func builtInName(_ kind: ResourceKind) -> String? {
    kind.facts?.name ?? kind.parent.flatMap(builtInName)
  }

  private func isOfCookbook(_ module: RubyModule) -> Bool {
    compiler.run.isA(module, compiler.classes.provider)
  }
}
