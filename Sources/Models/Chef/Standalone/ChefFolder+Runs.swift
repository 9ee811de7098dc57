package import Host
import Source

extension ChefFolder {
  /// The runs of the folder: of a given run list, else of the suites of its kitchen file, else of the run lists of its
  /// Policyfile.rb, else of its roles, else of every recipe by itself.
  package func runs(
    of given: WrittenRunList? = nil, from store: inout SourceStore
  ) -> StandaloneRuns {
    if let given {
      var setup = setup
      setup.runList = given
      let platforms = SupportedPlatforms.images(of: ownMetadata(from: &store))
      return StandaloneRuns(runs: [StandaloneRun(name: "run list", setup: setup, platforms: platforms)])
    }
    var found = StandaloneRuns()
    if var kitchen = KitchenReader(self, from: &store) {
      found = kitchen.runs(from: &store)
      if !found.runs.isEmpty { return found }
    }
    if let policy = PolicyfileReader(self, from: &store) { found.runs = policy.runs(from: &store) }
    if found.runs.isEmpty { found.runs = roles(in: store.files) }
    if found.runs.isEmpty { found.runs = recipes(from: &store) }
    return found
  }

  private func roles(in files: any FileTree) -> [StandaloneRun] {
    guard let path = setup.rolesPath.value?.value else { return [] }
    let folder = PolicyFolder(path, in: files)
    return folder.objects.compactMap { name in
      guard let file = folder.file(name)?.path else { return nil }
      return run("role[\(name)]", named: "role \(name)", in: file, on: SupportedPlatforms.images(of: nil))
    }
  }

  private func recipes(from store: inout SourceStore) -> [StandaloneRun] {
    var collection = CookbookCollection(
      setup.cookbookPaths, singles: setup.singleCookbooks, in: store.files)
    return cookbooks(in: store.files).flatMap { name -> [StandaloneRun] in
      guard let cookbook = collection.cookbook(name, from: &store) else { return [] }
      let platforms = SupportedPlatforms.images(of: cookbook.metadata)
      // What editors and archives leave behind, nobody runs.
      return cookbook.recipes.filter { !$0.name.hasPrefix(".") }.map { recipe in
        let full = RecipeName(cookbook: name, recipe: recipe.name)
        var run = run("recipe[\(full)]", named: "recipe \(full)", in: recipe.path, on: platforms)
        run.recipe = full
        return run
      }
    }
  }

  /// A run of one item, which stands for a file.
  private func run(
    _ item: String, named name: String, in file: String, on platforms: [String?]
  ) -> StandaloneRun {
    var setup = setup
    setup.runList = WrittenRunList([RunListItem(item, at: Location(FileID(file), ByteRange(at: 0)))])
    return StandaloneRun(name: name, setup: setup, platforms: platforms)
  }

  /// The metadata of the cookbook that lies by itself.
  func ownMetadata(from store: inout SourceStore) -> CookbookMetadata? {
    guard case .cookbook(let name) = kind else { return nil }
    return MetadataReader.metadata(of: name, in: path, from: &store)
  }
}
