import DataSyntax
import Diagnostics
import Host
import RubyEvaluation
import Source

/// A recipe in YAML or JSON: a list of resources under `resources`.
struct YAMLRecipe {
  private let compiler: RecipeCompiler
  private let name: RecipeName

  init(_ compiler: RecipeCompiler, _ name: RecipeName) {
    self.compiler = compiler
    self.name = name
  }

  func load(_ path: String, as form: Cookbook.NamedFile.Form) throws(Unwinding) {
    guard let file = try compiler.source(at: path) else { return }
    let (tree, faults) = DataParser.parse(DerivedText(file), as: form == .json ? .json : .yaml)
    if let fault = faults.first(where: { $0.severity == .error }) {
      throw fail(fault.message, at: fault.primary)
    }
    guard let resources = tree.root["resources"], resources.kind == .sequence else {
      throw fail(
        "a \(form == .json ? "JSON" : "YAML") recipe is a map with a list of `resources`",
        at: tree.root.location)
    }
    for item in resources.items { try declare(PlainValue(item)) }
    compiler.writtenPlace = nil
  }

  /// A resource without a block: its keys are its properties.
  private func declare(_ item: PlainValue) throws(Unwinding) {
    let run = compiler.run
    guard case .hash = item.content else { return }
    guard let type = item["type"], let word = type.string else {
      throw fail("every resource of a recipe says its `type`", at: item.location)
    }
    compiler.writtenPlace = type.location
    let recipe = RubyObject(of: compiler.classes.recipe)
    let call = CoreCall(run, .nil, run.symbol(word), [], hasKeywords: false, block: nil, at: nil)
    guard let kind = try compiler.kind(answeringTo: word, call) else {
      throw fail(
        .unknownResource(word, near: NameSearch(compiler).resource(near: word, of: .object(recipe))),
        "NoMethodError",
        "undefined method `\(word)' for the recipe \(name)", at: type.location)
    }
    let given = item["name"].map { compiler.value($0) }
    let object = try compiler.declare(word, kind, name: given, call, isPlaced: false)
    if let state = object.payload as? ResourceState {
      state.written = (item["name"] ?? type).location
      for entry in item.entries { state.writtenProperties[entry.key.value] = entry.value.location }
    }
    for entry in item.entries where entry.key.value != "type" && entry.key.value != "name" {
      try set(entry, of: object, word)
    }
  }

  private func set(_ entry: PlainValue.Entry, of object: RubyObject, _ type: String) throws(Unwinding) {
    let run = compiler.run
    let property = run.symbol(entry.key.value)
    let resource = RubyValue.object(object)
    if let state = object.payload as? ResourceState, state.kind.property(entry.key.value) == nil,
      run.method(property, of: run.module(of: resource)) == nil,
      !compiler.mayHave(property: entry.key.value, state)
    {
      let near = NameSearch(compiler).property(near: entry.key.value, of: state, resource)
      throw fail(
        .unknownProperty(entry.key.value, resource: type, near: near), "NoMethodError",
        "undefined method `\(entry.key.value)' for the resource \(type)", at: entry.key.location)
    }
    compiler.writtenPlace = entry.value.location
    _ = try run.call(resource, property, [compiler.value(entry.value)], at: nil)
  }

  /// A file that is no recipe.
  private func fail(_ message: String, at location: Location) -> Unwinding {
    fail(.malformedRecipe(message: message), "ArgumentError", message, at: location)
  }

  private func fail(
    _ kind: ChefFault.Kind, _ className: String, _ message: String, at location: Location
  ) -> Unwinding {
    compiler.run.raise(className, message, RaisedFault(kind, written: location), at: nil)
  }
}
