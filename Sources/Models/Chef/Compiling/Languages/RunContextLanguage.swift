import RubyEvaluation

/// `run_context` and what is reached through it.
struct RunContextLanguage {
  let compiler: RecipeCompiler

  func define() {
    let compiler = compiler
    let table = CoreTable(compiler.run, compiler.classes.runContext)
    table.define("node") { _ in .object(compiler.node) }
    table.define("root_run_context", "parent_run_context") { call in call.receiver }
    table.define("include_recipe", "load_recipe", arity: .any, unknowns: .taken) { (call) throws(Unwinding) in
      for name in call.arguments { try compiler.include(name, call) }
      return .nil
    }
    table.define("loaded_recipe?", "loaded_fully_qualified_recipe?", arity: .any) { call in
      let words = compiler.spellings(in: call.arguments)
      guard words.count == call.count else { return call.unknown("which recipe is meant") }
      return .boolean(compiler.loadedRecipes.contains(RecipeName(words.joined(separator: "::"))))
    }
    table.define("loaded_recipes") { call in
      call.make(compiler.loadedRecipes.map { call.make($0.description) })
    }
    table.define("resource_collection") { call in
      let list = RubyArray(compiler.scope.resources.map { .object($0) })
      call.run.setClass(of: list, to: compiler.classes.resourceCollection)
      return .array(list)
    }
    table.define("cookbook_collection") { call in
      let pairs = compiler.input.run.closure.order.map { cookbook in
        let object = RubyObject(of: compiler.classes.cookbookVersion, payload: CookbookHandle(cookbook))
        return (call.make(cookbook.name), RubyValue.object(object))
      }
      return .hash(compiler.classes.attributes.hash(pairs, of: compiler.classes.attributes.mash))
    }
    collection()
    let cookbooks = CoreTable(compiler.run, compiler.classes.cookbookVersion).payloads(CookbookHandle.self)
    cookbooks.define("name") { handle, call in .symbol(call.run.symbol(handle.cookbook.name)) }
    cookbooks.define("version") { handle, call in
      handle.cookbook.version.map { call.make($0.description) } ?? call.unknown("the cookbook's version")
    }
    for name in ["metadata", "recipe_filenames_by_name", "root_paths", "root_dir", "manifest"] {
      cookbooks.define(name, arity: .any) { _, call in call.unknown("the cookbook's `\(name)`") }
    }
  }
}

extension RunContextLanguage {
  /// `run_context.resource_collection`.
  private func collection() {
    let compiler = compiler
    let table = CoreTable(compiler.run, compiler.classes.resourceCollection)
    table.define("find", "lookup", "resources", arity: .any) { (call) throws(Unwinding) in
      try compiler.lookUp(call.arguments, call)
    }
    table.define("<<", "insert", "push", "append", "insert_at", arity: .any, unknowns: .taken) { call in
      for value in call.arguments {
        switch value {
        case .object(let object) where object.payload is ResourceState: compiler.take(inserted: object, call)
        case .unknown: compiler.mayHoldMore = true
        default: continue
        }
      }
      return call.receiver
    }
    table.define("all_resources", arity: 0) { call in call.receiver }
    table.define("delete", "keys", "empty?", arity: .any, unknowns: .taken) { call in
      if call.run.spelling(of: call.name) == "delete" { compiler.mayHoldMore = true }
      return call.unknown("what the collection holds then")
    }
  }
}

extension RecipeCompiler {
  /// Adds a resource that a recipe made itself.
  fileprivate func take(inserted object: RubyObject, _ call: CoreCall) {
    guard let state = object.payload as? ResourceState, !scope.resources.contains(where: { $0 === object })
    else { return }
    if state.place == nil { state.place = call.place }
    if state.cookbook.isEmpty { state.cookbook = recipes.last?.cookbook ?? cookbook }
    if state.recipe.isEmpty { state.recipe = recipes.last?.recipe ?? "" }
    state.reach = reach
    state.state.certainty = min(state.state.certainty, run.certainty, doubt)
    scope.resources.append(object)
  }
}

/// A cookbook as recipes see it.
final class CookbookHandle: RubyPayload {
  let cookbook: Cookbook

  init(_ cookbook: Cookbook) { self.cookbook = cookbook }
}
