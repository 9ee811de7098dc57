package import Host
import RubyEvaluation

extension Compilation {
  /// Compiles the run list of a Chef run.
  package static func make(_ input: CompilerInput, from store: inout SourceStore) -> Compilation {
    let compiler = RecipeCompiler(input, store: store)
    compiler.compile()
    var compilation = Compilation()
    compilation.recipes = compiler.loadedRecipes
    compilation.resources = CollectionResult(compiler).resources()
    for fault in CollectionCheck(compilation.resources, compiler).faults() { compiler.findings.add(fault) }
    compilation.files = FileRendering(compiler).files()
    compilation.attributes = AttributeResult(compiler).attributes()
    compilation.faults = compiler.findings.faults
    compilation.unknowns = compiler.findings.unknowns
    store = compiler.store
    return compilation
  }
}
