import Chef
import Host
import Source
import Testing

struct CookbookCollectionTests {
  /// The collection of folders in a tree of files.
  private func collection(_ files: [String: String], _ paths: [String]) -> CookbookCollection {
    var store = SourceStore(MemoryFileTree(files.mapValues { Array($0.utf8) }))
    return CookbookCollection.load(paths, from: &store)
  }

  @Test("finds a cookbook by the name of its folder, whatever its metadata says")
  func folderName() throws {
    let found = collection(
      ["c/app-cookbook/metadata.rb": "name 'app'\n", "c/app-cookbook/recipes/default.rb": ""], ["c"])
    #expect(found["app"] == nil)
    let cookbook = try #require(found["app-cookbook"])
    #expect(cookbook.metadataName.value?.value == "app")
    #expect(cookbook.metadataName.value?.location.range == ByteRange(6, 9))
  }

  @Test("passes over stray files, hidden and empty folders")
  func strays() {
    let found = collection(
      ["c/README.md": "", "c/.git/x": "", "c/app/recipes/default.rb": ""], ["c", "absent"])
    #expect(found.names == ["app"])
  }

  @Test("takes the first path of two, and names what it hides")
  func shadows() {
    let found = collection(
      ["a/app/recipes/x.rb": "", "b/app/recipes/y.rb": "", "b/base/recipes/z.rb": ""], ["a", "b"])
    #expect(found["app"]?.path == "a/app")
    #expect(found.shadowed.map { "\($0.hidden.path) by \($0.by.path)" } == ["b/app by a/app"])
    #expect(found.names == ["app", "base"])
  }

  @Test("sees that a path is a cookbook itself")
  func isCookbook() {
    let files = ["app/recipes/default.rb": "", "c/app/recipes/default.rb": ""]
    #expect(collection(files, ["app", "c"]).folders.map(\.isCookbook) == [true, false])
  }

  @Test("knows recipes by their base name, Ruby before YAML, and `recipe.rb` as the default")
  func recipes() throws {
    let found = collection(
      [
        "c/app/recipes/sub/deep.rb": "", "c/app/recipes/web.yml": "", "c/app/recipes/web.rb": "",
        "c/app/recipes/data.yaml": "", "c/app/recipes/default.rb": "", "c/app/recipe.rb": "",
        "c/app/recipes/notes.txt": "",
      ], ["c"])
    let recipes = try #require(found["app"]).recipes
    #expect(
      recipes == [
        "deep": "c/app/recipes/sub/deep.rb", "web": "c/app/recipes/web.rb", "data": "c/app/recipes/data.yaml",
        "default": "c/app/recipe.rb",
      ])
  }

  struct Metadata: Sendable, CustomTestStringConvertible {
    let ruby: String
    let name: String?
    let isUnknown: Bool
    init(_ ruby: String, _ name: String?, isUnknown: Bool = false) {
      self.ruby = ruby
      self.name = name
      self.isUnknown = isUnknown
    }
    var testDescription: String { ruby }
  }

  static let metadata = [
    Metadata("name 'app'\nversion '1.0.0'\n", "app"),
    Metadata("  name(\"app\") # yes\n", "app"),
    Metadata("maintainer 'name'\n", nil),
    Metadata("names 'x'\n", nil),
    Metadata("name File.basename(__dir__)\n", nil, isUnknown: true),
    Metadata("name \"a#{b}\"\n", nil, isUnknown: true),
    Metadata("", nil),
  ]

  @Test("reads the name from metadata.rb where it is plain", arguments: metadata)
  func metadataName(_ example: Metadata) throws {
    let found = collection(["c/app/metadata.rb": example.ruby, "c/app/x": ""], ["c"])
    let name = try #require(found["app"]).metadataName
    #expect(name.value?.value == example.name)
    if case .unknown = name { #expect(example.isUnknown) } else { #expect(!example.isUnknown) }
  }

  @Test("reads the name from metadata.json first")
  func metadataJSON() {
    let files = ["c/app/metadata.rb": "name 'ruby'", "c/app/metadata.json": "{\"name\": \"json\"}"]
    #expect(collection(files, ["c"])["app"]?.metadataName.value?.value == "json")
  }
}
