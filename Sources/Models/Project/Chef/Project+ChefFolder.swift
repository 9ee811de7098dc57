package import Chef
package import Host
import Packer
import Source

extension Project {
  /// What one run of a folder of Chef code comes to on a machine: a project without a template and without builds.
  package static func load(
    _ run: StandaloneRun, on image: String?, in folder: String, with chef: ChefCatalog,
    knowing collection: CookbookCollection? = nil, from store: inout SourceStore
  ) -> Project {
    let platform = image.map { chef.platforms.platform(ofImage: $0) } ?? ChefPlatform()
    let facts =
      chef.facts
      ?? NodeFacts(
        platform, codename: chef.platforms.codename(of: platform), isContainer: run.isContainer,
        at: run.setup.origin)
    let chefRun = ChefRun.load(run.setup, knowing: collection, from: &store)
    let owner = ComponentReference(build: run.name, kind: .provisioner, type: "chef", position: 1)
    let compilation = chefRun.compile(facts, with: chef, from: &store)
    var loader = ProjectLoader(
      template: FileID(folder), inputs: ProjectInputs(directory: folder, chef: chef), store: store)
    let own = run.recipe.map { recipe in
      paths(of: (compilation?.recipes ?? []) + [recipe], of: recipe.cookbook, in: chefRun)
    }
    let files = loader.rubyFiles(of: chefRun) { cookbook, path in
      // Each recipe of the cookbook is looked at in a run of its own.
      own.map { cookbook.name == run.recipe?.cookbook && !$0.contains(path) } ?? false
    }
    store = loader.store
    let client = ChefClient(origin: .skipped(run.setup.origin), version: run.setup.client, isCinc: false)
    let loaded = ProjectChefRun(
      owner: owner, client: client, run: chefRun, compilation: compilation, rubyFiles: files)
    return Project(
      template: FileID(folder), paths: ProjectPaths(root: store.files.workingDirectory, directory: folder),
      builds: [], variableUses: [], missingVariables: [], entries: [:], scriptRuns: [], shellRuns: [],
      chefRuns: [loaded],
      manifests: [], roles: [], sources: store.sources, standIns: .none, isIgnored: { _ in false },
      ownedReferences: OwnedParts([], by: \.owner), ownedScripts: OwnedParts([], by: \.owner))
  }

  /// The files of some recipes of a cookbook.
  private static func paths(of recipes: [RecipeName], of cookbook: String, in run: ChefRun) -> Set<String> {
    let own = recipes.filter { $0.cookbook == cookbook }
    return Set(own.compactMap { run.closure[cookbook]?.recipe($0.recipe)?.path })
  }
}
