import Source

/// What is known of Chef itself: the files of `rules/chef`, read when they are first asked for.
package struct ChefCatalog: Sendable {
  private let content: OnDemand<Content>
  /// The Ruby that was parsed, shared by everything that the catalog is used for.
  package private(set) var programs = ProgramShelf()
  /// What is known of every machine of the run, in place of what its base image tells.
  package var facts: NodeFacts?

  private static let resourceFolder = Array("chef/resources/".utf8)

  /// What is asked of the runs that are compiled.
  package var extent = Compilation.Extent.whole

  /// The same facts for other work, which parses its Ruby by itself.
  package var forOtherWork: ChefCatalog {
    var copy = self
    copy.programs = ProgramShelf()
    return copy
  }

  /// The files by their paths.
  package init(_ files: @autoclosure @escaping @Sendable () -> [(path: String, bytes: [UInt8])]) {
    content = OnDemand { Content(files()) }
  }

  package var resources: ResourceShelf { content.value.resources }
  package var platforms: PlatformTable { content.value.platforms }
  /// What versions of Chef have taken away.
  package var removed: RemovedFeatures { content.value.removed }

  /// What the files say.
  private struct Content: Sendable {
    let resources: ResourceShelf
    let platforms: PlatformTable
    let removed: RemovedFeatures

    init(_ files: [(path: String, bytes: [UInt8])]) {
      let table = files.first { $0.path.hasSuffix("platforms.yaml") }
      platforms = table.map { PlatformTable($0.bytes) } ?? .empty
      removed = files.first { $0.path.hasSuffix("removed.yaml") }.map { RemovedFeatures($0.bytes) } ?? .none
      resources = ResourceShelf(files.filter { $0.path.utf8.starts(with: ChefCatalog.resourceFolder) })
    }
  }
}
