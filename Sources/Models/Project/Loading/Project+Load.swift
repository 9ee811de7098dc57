package import Host
package import Packer
package import Source

extension Project {
  /// Looks at every file that the builds refer to; what cannot be told stays unknown.
  package static func load(
    _ template: FileID, _ evaluation: Evaluation, with inputs: ProjectInputs = ProjectInputs(),
    from store: inout SourceStore
  ) -> Project {
    var loader = ProjectLoader(template: template, inputs: inputs, store: store)
    for build in evaluation.builds { loader.load(build) }
    store = loader.store
    return Project(
      template: template, paths: loader.paths, builds: evaluation.builds,
      variableUses: evaluation.variableUses, missingVariables: evaluation.missingVariables,
      entries: loader.entries, scriptRuns: loader.runs,
      shellRuns: loader.runs.filter(\.isShell), chefRuns: loader.chefRuns, manifests: loader.manifests,
      roles: loader.roles, sources: loader.store.sources, standIns: inputs.standIns,
      isIgnored: inputs.isIgnored,
      ownedReferences: OwnedParts(loader.references, by: \.owner),
      ownedScripts: OwnedParts(loader.scripts, by: \.owner))
  }
}
