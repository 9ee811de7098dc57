import Chef
import Host
import Source
import Testing

struct CookbookCollectionTests {
  private func find(
    _ name: String, _ files: [String: String], in paths: [String] = ["c"]
  ) -> (cookbook: Cookbook?, collection: CookbookCollection) {
    var store = SourceStore(MemoryFileTree(files.mapValues { Array($0.utf8) }))
    var collection = CookbookCollection(paths.map { Located($0, at: ExampleRun.place) }, in: store.files)
    return (collection.cookbook(name, from: &store), collection)
  }

  @Test("finds a cookbook by the name of its folder, whatever its metadata says")
  func folderName() throws {
    let files = ["c/app-cookbook/metadata.rb": "name 'app'\n", "c/app-cookbook/recipes/default.rb": ""]
    #expect(find("app", files).cookbook == nil)
    let cookbook = try #require(find("app-cookbook", files).cookbook)
    #expect(cookbook.metadata.name.value?.value == "app")
    #expect(cookbook.metadata.name.value?.location.range == ByteRange(6, 9))
  }

  @Test("passes over stray files, hidden folders and those of which chefignore leaves nothing")
  func strays() {
    let files = [
      "c/README.md": "", "c/.git/x": "", "c/app/recipes/default.rb": "", "c/notes/a.txt": "",
      "c/notes/chefignore": "*",
    ]
    #expect(find("app", files, in: ["c", "absent"]).collection.names == ["app", "notes"])
    #expect(find("notes", files).cookbook == nil)
  }

  @Test("takes the first path of two, and names what it hides")
  func hidden() {
    let files = ["a/app/recipes/x.rb": "", "b/app/recipes/y.rb": "", "b/base/recipes/z.rb": ""]
    let (cookbook, collection) = find("app", files, in: ["a", "b"])
    #expect(cookbook?.path == "a/app")
    #expect(collection.hidden("app").map { "\($0.path) by \($0.by)" } == ["b/app by a/app"])
    #expect(collection.names == ["app", "base"])
  }

  @Test("sees that a path is a cookbook itself")
  func isCookbook() {
    let files = [
      "app/recipes/default.rb": "", "c/app/recipes/default.rb": "", "d/recipes/recipes/default.rb": "",
    ]
    #expect(
      find("app", files, in: ["app", "c", "d"]).collection.folders.map(\.isCookbook) == [true, false, false])
  }

  @Test("loads files by their segment, in Chef's order")
  func order() throws {
    let files = [
      "recipes/sub/deep.rb", "recipes/web.yml", "recipes/web.rb", "recipes/data.yaml", "recipes/default.rb",
      "recipe.rb", "recipes/notes.txt", "attributes/a.rb", "attributes/z/b.rb", "attributes/default.rb",
      "libraries/b/c.rb", "libraries/a.rb", "libraries/x.txt", "resources/_base.rb", "resources/thing.rb",
      "providers/thing.rb", "definitions/d.rb", ".hidden/recipes/x.rb",
    ]
    let cookbook = try #require(
      find("app", Dictionary(uniqueKeysWithValues: files.map { ("c/app/" + $0, "") })).cookbook)
    #expect(
      cookbook.recipes.map { "\($0.name) \($0.path.dropFirst(6))" } == [
        "data recipes/data.yaml", "deep recipes/sub/deep.rb", "default recipe.rb", "web recipes/web.rb",
      ])
    #expect(cookbook.attributeFiles.map(\.name) == ["default", "a", "b"])
    #expect(cookbook.libraries == ["c/app/libraries/a.rb", "c/app/libraries/b/c.rb"])
    #expect(cookbook.resources == ["c/app/resources/thing.rb"])
    #expect(cookbook.providers == ["c/app/providers/thing.rb"])
    #expect(cookbook.definitions == ["c/app/definitions/d.rb"])
    #expect(!cookbook.files.paths.contains { $0.hasPrefix(".hidden") })
  }

  @Test("loads the libraries that the metadata names, in a folder of any name")
  func eagerLibraries() throws {
    let files = [
      "küche/äpp/metadata.rb": "name 'äpp'\neager_load_libraries 'early/*.rb'\n",
      "küche/äpp/libraries/early/a.rb": "", "küche/äpp/libraries/late.rb": "",
    ]
    let cookbook = try #require(find("äpp", files, in: ["küche"]).cookbook)
    #expect(cookbook.libraries == ["küche/äpp/libraries/early/a.rb"])
  }
}
