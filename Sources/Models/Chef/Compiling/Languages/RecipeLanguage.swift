import RubyEvaluation

/// What recipes and providers can call besides resources: `include_recipe`, `declare_resource` and the like.
struct RecipeLanguage {
  let compiler: RecipeCompiler

  private var run: RubyInterpreter { compiler.run }

  func define() {
    making(CoreTable(run, compiler.classes.recipe))
    including(CoreTable(run, compiler.classes.recipeLanguage))
    declaring(CoreTable(run, compiler.classes.declaring))
    describing(CoreTable(run, compiler.classes.recipeLanguage))
    defining(CoreTable(run, compiler.classes.recipeLanguage))
    tagging(CoreTable(run, compiler.classes.recipeLanguage))
  }

  /// `Chef::Recipe.new('cookbook', 'recipe', run_context)`: what it declares is declared in the run.
  private func making(_ table: CoreTable) {
    let compiler = compiler
    table.define("initialize", arity: 3, unknowns: .taken) { call in
      guard case .object(let object) = call.receiver else { return .nil }
      object.payload = RecipeState(
        cookbook: compiler.spelling(of: call[0]) ?? "", recipe: compiler.spelling(of: call[1]) ?? "")
      return .nil
    }
  }

  private func including(_ table: CoreTable) {
    let compiler = compiler
    table.define("include_recipe", "load_recipe", "require_recipe", arity: .any, unknowns: .taken) {
      (call) throws(Unwinding) in
      for name in call.arguments { try compiler.include(name, call) }
      return .nil
    }
    table.define("include_attribute", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      for name in call.arguments { try compiler.includeAttributes(name, call) }
      return .nil
    }
  }

  private func declaring(_ table: CoreTable) {
    let compiler = compiler
    table.define("declare_resource", arity: .from(1), unknowns: .taken) { (call) throws(Unwinding) in
      let (type, kind) = try asked(call)
      guard let type, let kind else { return call.unknown("which resource is declared") }
      return .object(try compiler.declare(type, kind, name: call[1], call))
    }
    table.define("build_resource", arity: .from(1), unknowns: .taken) { (call) throws(Unwinding) in
      let (type, kind) = try asked(call)
      guard let type, let kind else { return call.unknown("which resource is built") }
      return .object(try compiler.build(type, kind, name: call[1], call))
    }
    table.define("find_resource!", arity: .from(2)) { (call) throws(Unwinding) in
      try compiler.found(type: call[0], name: call[1], call)
    }
    table.define("find_resource", arity: .from(2), unknowns: .taken) { (call) throws(Unwinding) in
      if let object = try compiler.find(type: call[0], name: call[1], call) { return .object(object) }
      guard call.block != nil else { return .nil }
      let (type, kind) = try asked(call)
      guard let type, let kind else { return call.unknown("which resource is declared") }
      return .object(try compiler.declare(type, kind, name: call[1], call, isPlaced: false))
    }
    table.define("edit_resource", "edit_resource!", arity: .from(2), unknowns: .taken) {
      (call) throws(Unwinding) in
      if let object = try compiler.find(type: call[0], name: call[1], call) {
        if let block = call.block { try compiler.evaluate(block, in: object, at: call.place) }
        return .object(object)
      }
      if call.run.spelling(of: call.name) == "edit_resource!" {
        return try compiler.found(type: call[0], name: call[1], call)
      }
      let (type, kind) = try asked(call)
      guard let type, let kind else { return call.unknown("which resource is declared") }
      return .object(try compiler.declare(type, kind, name: call[1], call, isPlaced: false))
    }
    table.define("delete_resource", "delete_resource!", arity: .from(2)) { (call) throws(Unwinding) in
      guard let object = try compiler.find(type: call[0], name: call[1], call) else {
        if call.run.spelling(of: call.name) == "delete_resource" { return .nil }
        return try compiler.found(type: call[0], name: call[1], call)
      }
      compiler.scope.resources.removeAll { $0 === object }
      return .object(object)
    }
    table.define("resources", arity: .any) { (call) throws(Unwinding) in
      try compiler.lookUp(call.arguments, call)
    }
    table.define("with_run_context", arity: 1, unknowns: .taken) { (call) throws(Unwinding) in
      guard call.block != nil else {
        throw call.raise("ArgumentError", "with_run_context is useless without a block")
      }
      let scope = compiler.scope
      defer { compiler.scope = scope }
      switch (call[0].settled, compiler.spelling(of: call[0])) {
      case (.symbol, "root"): compiler.scope = compiler.root
      case (.symbol, "parent"): compiler.scope = scope.outer ?? scope
      case (.object, _), (.unknown, _): break
      default:
        throw compiler.refusal(
          "ArgumentError",
          "bad argument to run_context helper, must be :root, :parent, or a Chef::RunContext",
          in: .argument(0), call)
      }
      return call.block == nil ? .nil : try call.yield()
    }
    table.define("notifying_block", "subcontext_block", arity: .any) { (call) throws(Unwinding) in
      call.block == nil ? .nil : try call.yield()
    }
  }

  private func asked(_ call: CoreCall) throws(Unwinding) -> (String?, ResourceKind?) {
    guard let type = compiler.spelling(of: call[0]) else { return (nil, nil) }
    guard let kind = try compiler.kind(answeringTo: type, call) else {
      throw call.run.raise(
        compiler.classes.error("NoSuchResourceType"), "Cannot find a resource for \(type)", at: call.place)
    }
    return (type, kind)
  }

  private func describing(_ table: CoreTable) {
    let compiler = compiler
    table.define("cookbook_name") { call in
      .symbol(call.run.symbol(compiler.recipes.last?.cookbook ?? compiler.cookbook))
    }
    table.define("recipe_name") { call in call.make(compiler.recipes.last?.recipe ?? "") }
    table.define("run_context") { _ in .object(compiler.runContext) }
    table.define("params") { call in
      guard case .object(let object) = call.receiver, let state = object.payload as? RecipeState else {
        return .nil
      }
      return .hash(state.parameters)
    }
    table.define("resource_class_for", arity: 1) { (call) throws(Unwinding) in
      let (_, kind) = try asked(call)
      return kind.map { .module($0.module) } ?? call.unknown("which resource is meant")
    }
    table.define("have_resource_class_for?", arity: 1) { call in
      .boolean(compiler.spelling(of: call[0]).map { compiler.isResource($0) } ?? false)
    }
    table.define("new_resource", "current_resource") { call in
      call.unknown("the resource that is converged")
    }
    for name in UntoldMethods.ofRecipes {
      table.define(name, arity: .any, unknowns: .taken) { call in call.unknown("what `\(name)` gives") }
    }
  }

  private func defining(_ table: CoreTable) {
    let compiler = compiler
    table.define("define", arity: CoreArity(1, 2), unknowns: .taken) { call in
      guard let name = compiler.spelling(of: call[0]), let block = call.block else { return .nil }
      let parameters: RubyHash
      if case .hash(let hash) = call[1] { parameters = hash } else { parameters = RubyHash() }
      compiler.definitions[name] = Definition(parameters: parameters, body: block)
      return .nil
    }
    CoreTable(run, compiler.classes.parameters).payloads(ParameterCollector.self)
      .define("method_missing", arity: .from(1), unknowns: .taken) { collector, call in
        let value = call.count > 2 ? RubyValue.array(RubyArray(Array(call.arguments.dropFirst()))) : call[1]
        collector.values[call[0]] = call.count == 1 ? .boolean(true) : value
        return value
      }
  }

  private func tagging(_ table: CoreTable) {
    let compiler = compiler
    table.define("tag", arity: .any) { (call) throws(Unwinding) in
      let tags = try call.run.call(.object(compiler.node), call.run.symbol("tags"), at: call.place)
      if case .array(let array) = tags {
        try call.change(array)
        for value in call.arguments where !array.elements.contains(where: { RubyKey($0) == RubyKey(value) }) {
          array.elements.append(value)
        }
      }
      return tags
    }
    table.define("tagged?", arity: .any) { (call) throws(Unwinding) in
      let tags = try call.run.call(.object(compiler.node), call.run.symbol("tags"), at: call.place)
      guard case .array(let array) = tags else { return call.unknown("the node's tags") }
      let has = call.arguments.allSatisfy { value in array.elements.contains { RubyKey($0) == RubyKey(value) }
      }
      return .boolean(has)
    }
    table.define("untag", arity: .any) { (call) throws(Unwinding) in
      let tags = try call.run.call(.object(compiler.node), call.run.symbol("tags"), at: call.place)
      if case .array(let array) = tags {
        try call.change(array)
        array.elements.removeAll { tag in call.arguments.contains { RubyKey($0) == RubyKey(tag) } }
      }
      return .array(RubyArray(call.arguments))
    }
  }
}

/// Collects what the block of a definition's use sets.
final class ParameterCollector: RubyPayload {
  let values: RubyHash

  init(_ values: RubyHash) { self.values = values }

  var held: [RubyValue] { [.hash(values)] }
}
