import DataSyntax
import Diagnostics
import Host
import RubyEvaluation
import Source

/// A recipe in YAML: a list of resources under `resources`.
struct YAMLRecipe {
  private let compiler: RecipeCompiler
  private let name: RecipeName

  init(_ compiler: RecipeCompiler, _ name: RecipeName) {
    self.compiler = compiler
    self.name = name
  }

  func load(_ path: String, at place: RubyPlace?) throws(Unwinding) {
    guard let file = try? compiler.store.read(path) else { return }
    let (tree, faults) = DataParser.parse(DerivedText(file), as: .yaml)
    if let fault = faults.first(where: { $0.severity == .error }) {
      compiler.findings.add(ChefFault(.malformedRuby(message: fault.message), at: fault.primary))
      throw compiler.run.raise("ArgumentError", fault.message, at: place)
    }
    guard let resources = tree.root["resources"], resources.kind == .sequence else {
      compiler.findings.add(
        ChefFault(
          .malformedRuby(message: "a YAML recipe is a map with a list of `resources`"), at: tree.root.location
        ))
      throw compiler.run.raise(
        "ArgumentError", "YAML recipe '\(path)' must contain a top-level 'resources' hash", at: place)
    }
    for item in resources.items { try declare(PlainValue(item), at: place) }
  }

  /// A resource without a block: its keys are its properties.
  private func declare(_ item: PlainValue, at place: RubyPlace?) throws(Unwinding) {
    let run = compiler.run
    guard let type = item["type"]?.string else { return }
    let call = CoreCall(
      run, .nil, run.symbol(type), [], hasKeywords: false, block: nil, at: place)
    guard let kind = try compiler.kind(answeringTo: type, call) else {
      throw run.raise("NoMethodError", "undefined method `\(type)' for the recipe \(name)", at: place)
    }
    let given = item["name"].map { compiler.value($0) }
    let object = try compiler.declare(type, kind, name: given, call, isPlaced: false)
    for entry in item.entries where entry.key.value != "type" && entry.key.value != "name" {
      _ = try run.call(.object(object), run.symbol(entry.key.value), [compiler.value(entry.value)], at: place)
    }
  }
}
