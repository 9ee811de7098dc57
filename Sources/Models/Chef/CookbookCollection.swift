package import Host

/// The cookbooks that a Chef run sees: every folder of every cookbook path, the first path wins.
package struct CookbookCollection: Sendable, Hashable {
  /// A folder in which cookbooks lie.
  package struct Folder: Sendable, Hashable {
    package let path: String
    /// Whether the folder is a cookbook itself, so that nothing in it is found.
    package let isCookbook: Bool
    /// What is in it, in the order of the names.
    package let cookbooks: [Cookbook]
  }

  package let folders: [Folder]

  package init(_ folders: [Folder]) { self.folders = folders }

  /// Reads the folders; one that is not there holds nothing.
  package static func load(_ paths: [String], from store: inout SourceStore) -> CookbookCollection {
    var folders: [Folder] = []
    for path in paths {
      var cookbooks: [Cookbook] = []
      for name in store.visibleNames(in: path) {
        let inner = path + "/" + name
        guard store.files.status(inner)?.kind == .directory else { continue }
        if let cookbook = CookbookReader(path: inner, name: name).cookbook(from: &store) {
          cookbooks.append(cookbook)
        }
      }
      let hasMetadata = ["metadata.rb", "metadata.json"].contains {
        store.files.status("\(path)/\($0)")?.kind == .file
      }
      let isCookbook = hasMetadata || store.files.status(path + "/recipes")?.kind == .directory
      folders.append(Folder(path: path, isCookbook: isCookbook, cookbooks: cookbooks))
    }
    return CookbookCollection(folders)
  }

  /// The cookbook that is found under a name.
  package subscript(name: String) -> Cookbook? {
    for folder in folders {
      if let cookbook = folder.cookbooks.first(where: { $0.name == name }) { return cookbook }
    }
    return nil
  }

  /// The names of all cookbooks, sorted.
  package var names: [String] { Set(folders.flatMap(\.cookbooks).map(\.name)).sorted() }

  /// Cookbooks that are never seen, since an earlier path holds one of the same name, with the one that is.
  package var shadowed: [(hidden: Cookbook, by: Cookbook)] {
    var seen: [String: Cookbook] = [:]
    var hidden: [(hidden: Cookbook, by: Cookbook)] = []
    for cookbook in folders.flatMap(\.cookbooks) {
      if let first = seen[cookbook.name] {
        hidden.append((cookbook, first))
      } else {
        seen[cookbook.name] = cookbook
      }
    }
    return hidden
  }
}
