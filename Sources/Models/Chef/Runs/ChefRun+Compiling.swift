package import Host

extension ChefRun {
  /// Compiles the run list; nil where the run surely ends before its first recipe. That a cookbook is missing ends it too,
  /// and what else is wrong is worth to be known all the same.
  package func compile(
    _ facts: NodeFacts, with catalog: ChefCatalog, from store: inout SourceStore
  ) -> Compilation? {
    guard !faults.contains(where: { $0.certainty == .sure && $0.kind.endsCompiling }) else { return nil }
    var compilation = Compilation.make(
      CompilerInput(
        run: self, resources: catalog.resources, facts: facts, removed: catalog.removed,
        programs: catalog.programs, extent: catalog.extent),
      from: &store)
    compilation.faults = compilation.faults.map { $0.reached(by: setup.chain) }
    return compilation
  }
}

extension ChefFault.Kind {
  /// Whether nothing is known of a run behind it.
  fileprivate var endsCompiling: Bool { if case .missingCookbook = self { false } else { stopsRun } }

  /// Whether a run that meets it ends there.
  var stopsRun: Bool {
    switch self {
    case .environmentWithoutFolder, .misnamedObject, .doubledObject, .hiddenCookbook,
      .misnamedCookbook,
      .doubledFile, .missingSourcePath, .doubledSource:
      false
    default: true
    }
  }
}
