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
    if input.extent == .whole {
      compilation.resources = CollectionResult(compiler).resources()
      compilation.attributes = AttributeResult(compiler).attributes()
    }
    if isWhole {
      let convergence = Convergence(compiler)
      convergence.converge()
      compilation.files = convergence.files
    }
    for resource in compilation.resources {
      for reason in resource.unknowns { compiler.findings.note(reason) }
    }
    // Faults may show what attributes hold.
    if input.extent == .faults, !compiler.findings.faults.isEmpty {
      compilation.attributes = AttributeResult(compiler).attributes()
    }
    compilation.itemSecrets = compiler.secrets.texts
    let secrets = compilation.secrets
    compilation.faults = compiler.findings.faults.map { $0.masking(secrets) }
    compilation.unknowns = compiler.findings.unknowns
    store = compiler.store
    return compilation
  }
}
