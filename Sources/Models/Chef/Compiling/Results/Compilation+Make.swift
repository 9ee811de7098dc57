package import Host
import RubyEvaluation

extension Compilation {
  /// Compiles the run list of a Chef run.
  package static func make(_ input: CompilerInput, from store: inout SourceStore) -> Compilation {
    let compiler = RecipeCompiler(input, store: store)
    defer { compiler.run.end() }
    let isWhole = compiler.compile()
    var compilation = Compilation()
    compilation.recipes = compiler.loadedRecipes
    compilation.resources = CollectionResult(compiler).resources()
    if isWhole {
      let missed = CollectionCheck(compilation.resources, compiler).faults()
      for fault in missed + RequirementCheck(compiler).faults() { compiler.findings.add(fault) }
      compilation.files = FileRendering(compiler).files()
    }
    compilation.attributes = AttributeResult(compiler).attributes()
    for resource in compilation.resources {
      for reason in resource.unknowns { compiler.findings.note(reason) }
    }
    compilation.faults = compiler.findings.faults
    compilation.unknowns = compiler.findings.unknowns
    store = compiler.store
    return compilation
  }
}
