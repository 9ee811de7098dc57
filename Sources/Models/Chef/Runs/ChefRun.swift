import Diagnostics
package import Host
package import Source

/// A Chef run up to the first recipe: everything that is read from disk and resolved before it compiles.
package struct ChefRun: Sendable {
  package let setup: ChefSetup
  /// Every cookbook that could be found, also those that the run does not take.
  package let collection: CookbookCollection
  package let runList: ExpandedRunList
  /// Absent for `_default`.
  package let environment: Known<ChefEnvironment>
  package let closure: CookbookClosure
  package let dataBags: DataBags
  /// What breaks the run before or while it looks up the first recipe, and what is odd on the way.
  package let faults: [ChefFault]

  /// Reads and resolves what a setup names.
  package static func load(
    _ setup: ChefSetup, knowing collection: CookbookCollection? = nil, from store: inout SourceStore
  ) -> ChefRun {
    var faults: [ChefFault] = []
    let environment = Self.environment(of: setup, &faults, &store)
    var expander = RunListExpander(
      setup: setup, environment: environment.value?.name ?? "_default", store.files)
    let runList = expander.expand(setup.runList, from: &store)
    var resolver = ClosureResolver(
      setup: setup, pins: environment.value?.pins ?? [], knowing: collection, store.files)
    let closure = resolver.resolve(runList, from: &store)
    let sources = CookbookSources.near(setup, closure, from: &store)
    let own = (closure.faults + sources.faults).map { sources.explain($0, in: setup) }
    return ChefRun(
      setup: setup, collection: resolver.collection, runList: runList, environment: environment,
      closure: closure,
      dataBags: DataBags(folder: setup.dataBagsPath.map(\.value), further: setup.furtherFolders),
      faults: (faults + runList.faults + own).map { $0.reached(by: setup.chain) })
  }

  /// The environment of the run: without a folder the name is dropped.
  private static func environment(
    of setup: ChefSetup, _ faults: inout [ChefFault], _ store: inout SourceStore
  ) -> Known<ChefEnvironment> {
    if case .unknown(let reason) = setup.environment { return .unknown(reason) }
    guard let name = setup.environment.value, name.value != "_default" else { return .absent }
    switch setup.environmentsPath {
    case .unknown(let reason): return .unknown(reason)
    case .absent:
      if let reason = setup.furtherFolders { return .unknown(reason) }
      faults.append(ChefFault(.environmentWithoutFolder(name.value), at: name.location))
      return .absent
    case .value(let path):
      let folder = PolicyFolder(path.value, in: store.files)
      guard let file = folder.file(name.value) else {
        if let reason = setup.furtherFolders { return .unknown(reason) }
        faults.append(
          ChefFault(
            .missingEnvironment(name.value, folder: path.value, near: folder.near(name.value)),
            at: name.location))
        return .unknown(UnknownReason("the environment is not there", at: name.location))
      }
      var reader = PolicyReader()
      let environment = reader.environment(name.value, at: file.path, from: &store)
      if let ignored = file.ignored {
        faults.append(
          ChefFault(
            .doubledObject(.environment, name: name.value, ignored: ignored),
            at: Location(FileID(ignored), ByteRange(at: 0))))
      }
      let chain = [ChainLink("environment `\(name.value)`", at: name.location)]
      faults += reader.faults.map { $0.reached(by: chain) }
      return environment.map(Known.value)
        ?? .unknown(UnknownReason("the environment cannot be read", at: name.location))
    }
  }
}
