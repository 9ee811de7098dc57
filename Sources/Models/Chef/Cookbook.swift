package import Source

/// A folder of a cookbook path, as Chef's local mode sees it: known by the name of the folder.
package struct Cookbook: Sendable, Hashable {
  /// The name of the folder, by which it is looked up.
  package let name: String
  /// The folder's path.
  package let path: String
  /// The name that its metadata gives; absent without metadata.
  package let metadataName: Known<Located<String>>
  /// The recipes by name, with the path of the file that is loaded.
  package let recipes: [String: String]

  package init(
    name: String, path: String, metadataName: Known<Located<String>> = .absent,
    recipes: [String: String] = [:]
  ) {
    self.name = name
    self.path = path
    self.metadataName = metadataName
    self.recipes = recipes
  }
}
