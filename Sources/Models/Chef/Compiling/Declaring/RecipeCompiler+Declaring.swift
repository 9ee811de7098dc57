import RubyEvaluation
import Source

extension RecipeCompiler {
  /// A call in a recipe that is neither a method nor a variable: a definition or a resource.
  func declaration(_ call: CoreCall) throws(Unwinding) -> RubyValue? {
    let type = run.spelling(of: call.name)
    if let definition = definitions[type] { return try use(definition, type, call) }
    guard let kind = try kind(answeringTo: type, call) else { return nil }
    if call.count > 1, input.run.setup.client.judged.isAtLeast(13) == true {
      throw refusal(
        "ArgumentError", "wrong number of arguments (given \(call.count), expected 0..1)", in: .argument(1),
        help: "a resource takes its name, or a list of them, and its properties in a block", call)
    }
    let name: RubyValue? = call.count == 0 ? nil : call[0]
    return .object(try declare(type, kind, name: name, call))
  }

  /// Declares a resource: makes it, runs its block, and adds it to the collection.
  func declare(
    _ type: String, _ kind: ResourceKind, name: RubyValue?, _ call: CoreCall, isPlaced: Bool = true
  ) throws(Unwinding) -> RubyObject {
    guard scope.resources.count < Convergence.countLimit else {
      mayHoldMore = true
      throw run.exhausted("more than \(Convergence.countLimit) resources are declared", at: call.place)
    }
    let object = try build(type, kind, name: name, call, isPlaced: isPlaced)
    scope.resources.append(object)
    if scope.isUnified { convergence?.take(object) }
    return object
  }

  /// Makes a resource without adding it.
  func build(
    _ type: String, _ kind: ResourceKind, name: RubyValue?, _ call: CoreCall, isPlaced: Bool = true
  ) throws(Unwinding) -> RubyObject {
    let isNamed = name.map { !$0.isNil } ?? false
    let given = isNamed || !kind.isNameless ? name ?? .nil : value("")
    let arguments = [given, .object(runContext)]
    let made = try run.call(.module(kind.module), .known(.new), arguments, at: call.place)
    guard case .object(let object) = made, let state = object.payload as? ResourceState else {
      throw call.raise("TypeError", "`\(type)` gives no resource")
    }
    if !isNamed, !kind.isNameless {
      throw withoutName(type, isGiven: name != nil, call)
    }
    state.type = type
    try checkName(given, of: state, object, call)
    if isPlaced { state.place = call.place }
    state.callers = run.stack
    if case .object(let around) = call.receiver, let definition = around.payload as? RecipeState {
      state.parameters = definition.parameters
    }
    state.reach = reach
    state.provider = acting
    state.cookbook = recipes.last?.cookbook ?? cookbook
    state.recipe = recipes.last?.recipe ?? ""
    state.state.certainty = min(run.certainty, doubt)
    if let block = call.block { try evaluate(block, in: object, at: call.place) }
    try finish(object, state, call)
    return object
  }

  /// Checks the name where a class of the program declares anew what `name` takes.
  private func checkName(
    _ given: RubyValue, of state: ResourceState, _ object: RubyObject, _ call: CoreCall
  ) throws(Unwinding) {
    guard let property = state.kind.property("name"), property.facts == nil, case .string = given.settled
    else { return }
    let isOwnCall = run.spelling(of: call.name) == state.type
    state.name = try PropertyCheck(
      self, property, state, object, call, part: .argument(isOwnCall ? 0 : 1)
    ).stored(given)
  }

  /// What a resource without a name raises; one that is given is nil.
  private func withoutName(_ type: String, isGiven: Bool, _ call: CoreCall) -> Unwinding {
    let error = classes.error("ValidationFailed")
    let message = "name is a required property"
    guard isGiven, run.spelling(of: call.name) == type, let source = call.place?.source(ofArgument: 0)
    else {
      return run.raise(error, message, at: call.place)
    }
    let kind = ChefFault.Kind.raised(
      className: "Chef::Exceptions::ValidationFailed",
      message: "\(message): `\(source)`, the name of `\(type)`, is nil")
    return run.raise(error, message, RaisedFault(kind, in: .argument(0)), at: call.place)
  }

  /// Runs the block of a resource; it is given the resource whose action declares it, elsewhere the resource itself.
  func evaluate(_ block: RubyProcedure, in object: RubyObject, at place: RubyPlace?) throws(Unwinding) {
    let given = (acting?.payload as? ProviderState)?.resource ?? object
    _ = try run.call(block, as: .object(object), [.object(given)], at: place)
  }

  /// What Chef does with a resource once its block has run.
  private func finish(
    _ object: RubyObject, _ state: ResourceState, _ call: CoreCall
  ) throws(Unwinding) {
    let after = run.symbol("after_created")
    if let method = run.method(after, of: run.module(of: .object(object))), method.owner !== classes.resource
    {
      _ = try run.call(.object(object), after, at: call.place)
    }
    let timing = try property("compile_time", of: state, object, call.withoutArguments)
    if timing?.truth == true {
      state.state.compileTimeActions += state.actions(run)
      take(state.actions(run), of: state, .object(object))
      state.set(actions: ["nothing"], run)
    }
  }

  /// Runs the body of a definition as if it stood in the recipe.
  private func use(_ definition: Definition, _ type: String, _ call: CoreCall) throws(Unwinding) -> RubyValue
  {
    let parameters = RubyHash()
    for entry in definition.parameters.entries { parameters[entry.key] = entry.value }
    parameters[.symbol(run.symbol("name"))] = call[0]
    if let block = call.block {
      let collector = RubyObject(of: classes.parameters, payload: ParameterCollector(parameters))
      _ = try run.call(block, as: .object(collector), at: call.place)
    }
    let current = recipes.last ?? RecipeName(cookbook: cookbook, recipe: "")
    let state = RecipeState(cookbook: current.cookbook, recipe: current.recipe, parameters: parameters)
    let object = RubyObject(of: classes.recipe, payload: state)
    return try run.call(definition.body, as: .object(object), at: call.place)
  }

  /// Whether a name is that of a resource on the node.
  func isResource(_ type: String) -> Bool {
    if providers[type] != nil { return true }
    if case .none = input.resources.answer(to: type, on: input.facts.platform) { return false }
    return true
  }

  /// What answers to a type; nil where nothing does.
  func kind(answeringTo type: String, _ call: CoreCall) throws(Unwinding) -> ResourceKind? {
    guard let provided = providers[type] else {
      if let known = builtInKinds[type] { return known }
      return try kind(builtInAs: type, call)
    }
    let candidates = provided.enumerated().sorted {
      ($0.element.specificity, $0.offset) > ($1.element.specificity, $1.offset)
    }
    for provided in candidates.map(\.element) {
      switch try answers(provided, call) {
      case true?: return provided.kind
      case false?: continue
      case nil:
        doubt(about: type, call)
        return provided.kind
      }
    }
    return try kind(builtInAs: type, call)
  }

  private func kind(builtInAs type: String, _ call: CoreCall) throws(Unwinding) -> ResourceKind? {
    switch input.resources.answer(to: type, on: input.facts.platform) {
    case .resource(let facts):
      try ClientHistory(self).check("resource `\(type)`", since: facts.since, call)
      let kind = builtIn(facts)
      builtInKinds[type] = kind
      return kind
    case .unknown(let facts):
      doubt(about: type, call)
      return builtIn(facts)
    case .elsewhere: throw noSuchResource(type, call)
    case .none:
      guard providers[type] != nil else { return nil }
      throw noSuchResource(type, call)
    }
  }

  private func doubt(about type: String, _ call: CoreCall) {
    findings.note(
      UnknownReason(
        "which resource answers to `\(type)` depends on the platform", at: call.place?.location))
  }

  private func noSuchResource(_ type: String, _ call: CoreCall) -> Unwinding {
    let platform = input.facts.platform
    let version = [platform.name, platform.version].compactMap { $0 }.joined(separator: " version ")
    return run.raise(
      classes.error("NoSuchResourceType"), "Cannot find a resource for \(type) on \(version)", at: call.place)
  }

  /// Whether a class that provides a name does so on the node; nil where that cannot be told.
  private func answers(_ provided: ProvidedName, _ call: CoreCall) throws(Unwinding) -> Bool? {
    let platform = input.facts.platform
    var isCertain = !provided.isUnknown
    for (wanted, actual) in [
      (provided.platforms, platform.name), (provided.families, platform.family),
      (provided.systems, platform.system),
    ] where !wanted.isEmpty && wanted != ["all"] {
      guard let actual else {
        isCertain = false
        continue
      }
      let refused = wanted.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) }
      if refused.contains(actual) { return false }
      if refused.isEmpty, !wanted.contains(actual) { return false }
    }
    for constraint in provided.versions {
      guard let version = platform.version.flatMap({ GemVersion($0) }),
        let requirement = GemRequirement(constraint)
      else {
        isCertain = false
        continue
      }
      if !requirement.accepts(version) { return false }
    }
    if let condition = provided.condition {
      switch try run.call(condition, [.object(node)], at: call.place).truth {
      case false?: return false
      case nil: isCertain = false
      case true?: break
      }
    }
    return isCertain ? true : nil
  }
}
