import DataSyntax
import Diagnostics
import Host
import RubyEvaluation
import RubySyntax
import Source

extension RecipeCompiler {
  /// `include_recipe`: loads a recipe once.
  func include(_ value: RubyValue, _ call: CoreCall) throws(Unwinding) {
    if case .array(let names) = value.settled, value.doubt == nil {
      for name in names.elements { try include(name, call) }
      return
    }
    if value.settled.isNil {
      throw refusal("NoMethodError", "undefined method `to_sym' for nil:NilClass", in: .argument(0), call)
    }
    guard let written = spelling(of: value) else {
      findings.note(UnknownReason("which recipe is included", at: call.place?.location))
      return
    }
    let current = recipes.last?.cookbook ?? cookbook
    let name = RecipeName(written.hasPrefix("::") ? current + written : written)
    guard !loadedRecipes.contains(name) else { return }
    guard let cookbook = input.run.closure[name.cookbook] else {
      if let reason = unknownCookbook(name.cookbook) { return passOver(reason) }
      throw run.raise(
        classes.error("CookbookNotFound"),
        "Cookbook \(name.cookbook) not found. If you're loading \(name.cookbook) from another cookbook, make sure "
          + "you configure the dependency in your metadata",
        RaisedFault(
          unloaded(name.cookbook), in: .text(written, otherwise: 0),
          help: adviceToLoad(name.cookbook, at: call.place)),
        at: call.place)
    }
    guard let file = cookbook.recipe(name.recipe) else {
      if let reason = cookbook.files.unseen { return passOver(reason) }
      throw run.raise(
        classes.error("RecipeNotFound"), "could not find recipe \(name.recipe) for cookbook \(name.cookbook)",
        RaisedFault(
          .missingRecipe(
            name, folder: cookbook.fullPath("recipes"),
            near: Suggestion.nearest(to: name.recipe, among: cookbook.recipes.map(\.name))),
          in: .text(written, otherwise: 0)), at: call.place)
    }
    try load(name, file, at: call.place)
  }

  /// An exception of Ruby's own, which a part of a call causes.
  func refusal(
    _ className: String, _ message: String, in part: CallPart, help: String? = nil, _ call: CoreCall
  ) -> Unwinding {
    let kind = ChefFault.Kind.raised(className: className, message: message)
    return run.raise(className, message, RaisedFault(kind, in: part, help: help), at: call.place)
  }

  /// What a recipe does that is not here: it may declare resources and keep state for the others.
  private func passOver(_ reason: UnknownReason) {
    findings.note(reason)
    mayHoldMore = true
    run.lose(runState, RubyUnknown(reason.text, at: nil))
  }

  /// The fault of using a cookbook that the run does not load.
  func unloaded(_ name: String) -> ChefFault.Kind {
    .unloadedCookbook(
      name, near: Suggestion.nearest(to: name, among: input.run.closure.order.map(\.name)))
  }

  /// How a cookbook that lies in a cookbook path comes to be loaded; nil for one that is not there.
  func adviceToLoad(_ name: String, at place: RubyPlace?) -> String? {
    guard input.run.collection.names.contains(name) else { return nil }
    let user = place.flatMap { place in input.run.closure.order.first { $0.holds(place.program.path) } }
    return NameSearch.advice(name, for: user)
  }

  /// Why a cookbook that is not here may be on the machine.
  func unknownCookbook(_ name: String) -> UnknownReason? {
    input.run.closure.unknown[name] ?? input.run.setup.furtherCookbooks
  }

  /// Runs a recipe's file.
  func load(_ name: RecipeName, _ file: Cookbook.NamedFile, at place: RubyPlace?) throws(Unwinding) {
    loadedRecipes.append(name)
    note(loaded: name)
    let (outerDoubt, outerScope) = (doubt, scope)
    recipes.append(name)
    // Also where an action includes it.
    scope = root
    defer {
      recipes.removeLast()
      doubt = outerDoubt
      scope = outerScope
    }
    switch file.form {
    case .yaml:
      if let (first, second) = input.run.closure[name.cookbook]?.ambiguousRecipes {
        throw run.raise(
          classes.error("AmbiguousYAMLFile"),
          "Cookbook \(name.cookbook) contains ambiguous files: \(first) and \(second)", at: place)
      }
      try YAMLRecipe(self, name).load(file.path, as: .yaml)
    case .json: try YAMLRecipe(self, name).load(file.path, as: .json)
    case .ruby:
      // What failed in a recipe of YAML was rescued, if anything did.
      writtenPlace = nil
      guard let program = try program(at: file.path) else { return }
      if let fault = refusal(of: program) { throw syntaxError(fault, in: program) }
      let state = RecipeState(cookbook: name.cookbook, recipe: name.recipe)
      let recipe = RubyObject(of: classes.recipe, payload: state)
      _ = try run.run(program, self: .object(recipe), calledAt: place)
    }
  }

  /// Adds to `node['recipes']`.
  private func note(loaded name: RecipeName) {
    let key = classes.attributes.key("recipes")
    guard case .array(let list)? = attributes[.automatic][key] else { return }
    let text = RubyValue.string(RubyString(Array(name.description.utf8), at: nil))
    let written = RubyKey(text)
    if !list.elements.contains(where: { RubyKey($0) == written }) {
      list.elements.append(text)
      attributes.forget("recipes")
    }
  }

  /// What a file that Ruby refuses raises; the fault itself is noted at its place.
  func syntaxError(_ fault: RubyFault, in program: RubyProgram) -> Unwinding {
    if let fault = ChefFault(syntaxOf: program.tree, run.certainty == .sure ? .sure : .maybe) {
      findings.add(fault)
    }
    return run.raise("SyntaxError", fault.message, at: nil)
  }

  /// `include_attribute`.
  func includeAttributes(_ value: RubyValue, _ call: CoreCall) throws(Unwinding) {
    guard let written = spelling(of: value) else {
      findings.note(UnknownReason("which attributes are included", at: call.place?.location))
      return
    }
    let name = RecipeName(written.hasPrefix("::") ? cookbook + written : written)
    guard let other = input.run.closure[name.cookbook], let file = other.attributeFile(name.recipe) else {
      if let reason = unknownCookbook(name.cookbook) { return findings.note(reason) }
      throw run.raise(
        classes.error("AttributeNotFound"), "could not find the attributes \(name) ", at: call.place)
    }
    try loadAttributes(other, file)
  }

  func loadAttributes(_ owner: Cookbook, _ file: Cookbook.NamedFile) throws(Unwinding) {
    guard loadedFiles.insert(file.path).inserted, let program = try program(at: file.path) else { return }
    if let fault = refusal(of: program) { throw syntaxError(fault, in: program) }
    let outer = cookbook
    cookbook = owner.name
    defer { cookbook = outer }
    _ = try run.run(program, self: .object(node))
  }
}
