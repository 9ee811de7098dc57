package import Host

extension ChefRun {
  /// Compiles the run list; nil where the run surely ends before its first recipe.
  package func compile(
    _ facts: NodeFacts, with catalog: ChefCatalog, from store: inout SourceStore
  ) -> Compilation? {
    guard !faults.contains(where: { $0.certainty == .sure && $0.kind.stopsRun }) else { return nil }
    var compilation = Compilation.make(
      CompilerInput(
        run: self, resources: catalog.resources, facts: facts, removed: catalog.removed,
        programs: catalog.programs),
      from: &store)
    compilation.faults = compilation.faults.map { $0.reached(by: setup.chain) }
    return compilation
  }
}

extension ChefFault.Kind {
  /// Whether a run that meets it ends there.
  var stopsRun: Bool {
    switch self {
    case .environmentWithoutFolder, .misnamedObject, .doubledObject, .hiddenCookbook, .misnamedCookbook,
      .doubledFile, .missingSourcePath, .doubledSource:
      false
    default: true
    }
  }
}
