package import Chef
package import Host
import Packer
import Source

extension Project {
  /// What one run of a folder of Chef code comes to on a machine: a project without a template and without builds.
  package static func load(
    _ run: StandaloneRun, on image: String?, in folder: String, with chef: ChefCatalog,
    from store: inout SourceStore
  ) -> Project {
    let platform = image.map { chef.platforms.platform(ofImage: $0) } ?? ChefPlatform()
    let facts =
      chef.facts
      ?? NodeFacts(
        platform, codename: chef.platforms.codename(of: platform), isContainer: run.isContainer,
        at: run.setup.origin)
    let chefRun = ChefRun.load(run.setup, from: &store)
    let owner = ComponentReference(build: run.name, kind: .provisioner, type: "chef", position: 1)
    let loaded = ProjectChefRun(
      owner: owner, run: chefRun, compilation: chefRun.compile(facts, with: chef, from: &store))
    return Project(
      template: FileID(folder), paths: ProjectPaths(root: store.files.workingDirectory, directory: folder),
      builds: [], variableUses: [], entries: [:], scriptRuns: [], shellRuns: [], chefRuns: [loaded],
      manifests: [], roles: [], sources: store.sources,
      ownedReferences: OwnedParts([], by: \.owner), ownedScripts: OwnedParts([], by: \.owner))
  }
}
