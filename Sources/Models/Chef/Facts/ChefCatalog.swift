/// What is known of Chef itself: the files of `rules/chef`.
package struct ChefCatalog: Sendable {
  package let resources: ResourceShelf
  package let platforms: PlatformTable
  /// What versions of Chef have taken away.
  package let removed: RemovedFeatures
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
  package init(_ files: [(path: String, bytes: [UInt8])]) {
    let table = files.first { $0.path.hasSuffix("platforms.yaml") }
    platforms = table.map { PlatformTable($0.bytes) } ?? .empty
    removed = files.first { $0.path.hasSuffix("removed.yaml") }.map { RemovedFeatures($0.bytes) } ?? .none
    resources = ResourceShelf(files.filter { $0.path.utf8.starts(with: Self.resourceFolder) })
  }
}
