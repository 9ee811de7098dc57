import Diagnostics
package import Host
package import Source

/// The cookbooks that a Chef run can find: the folders of every cookbook path, the first path wins.
///
/// A cookbook is looked into when it is asked for, since Chef does not care for those that nobody wants.
package struct CookbookCollection: Sendable {
  /// A folder in which cookbooks lie.
  package struct Folder: Sendable, Hashable {
    /// The path, with the place that names it.
    package let path: Located<String>
    /// Whether the folder is a cookbook itself, so that nothing in it is found.
    package let isCookbook: Bool
    /// The names of the folders in it, sorted.
    package let names: [String]
    /// Why it cannot be listed, in the system's words; nil where it can, or is not there.
    let lock: String?
  }

  package let folders: [Folder]
  /// The paths of cookbooks that count before those of the folders, by name.
  private let singles: [String: String]
  private var loaded: [String: Cookbook] = [:]

  /// Lists the folders; one that is not there holds nothing.
  package init(
    _ paths: [Located<String>], singles: [String: String] = [:], in files: any FileTree
  ) {
    self.singles = singles
    folders = paths.map { Self.folder($0, files) }
  }

  private static func folder(_ path: Located<String>, _ files: any FileTree) -> Folder {
    var listed: [String] = []
    var lock: String?
    do throws(HostError) {
      listed = try files.list(path.value)
    } catch {
      if error.reason == .notPermitted { lock = error.reason.words }
    }
    let names = listed.filter { name in
      !name.hasPrefix(".") && files.status(path.value + "/" + name)?.kind == .directory
    }
    let hasMetadata = ["metadata.rb", "metadata.json"].contains {
      files.status("\(path.value)/\($0)")?.kind == .file
    }
    // A cookbook may be called `recipes`: then it holds folders of its own.
    let holdsRecipes =
      names.contains("recipes")
      && ((try? files.list(path.value + "/recipes")) ?? []).contains {
        $0.hasSuffix(".rb") && $0 != "metadata.rb"
      }
    return Folder(path: path, isCookbook: hasMetadata || holdsRecipes, names: names, lock: lock)
  }

  /// The cookbook that is found under a name.
  package mutating func cookbook(_ name: String, from store: inout SourceStore) -> Cookbook? {
    if let cookbook = loaded[name] { return cookbook }
    if let path = singles[name],
      let cookbook = CookbookReader(path, below: path, &store).cookbook(name, from: &store)
    {
      loaded[name] = cookbook
      return cookbook
    }
    for folder in folders where folder.names.contains(name) {
      let path = folder.path.value + "/" + name
      let reader = CookbookReader(path, below: folder.path.value, &store)
      guard let cookbook = reader.cookbook(name, from: &store) else { continue }
      loaded[name] = cookbook
      return cookbook
    }
    return nil
  }

  /// The names of everything that may be a cookbook, sorted.
  package var names: [String] { Set(folders.flatMap(\.names) + singles.keys).sorted() }

  /// A name that is near to one that is not found.
  package func near(_ name: String) -> String? { Suggestion.nearest(to: name, among: names) }

  /// The places of a name that an earlier path hides, with the path that is taken.
  package func hidden(_ name: String) -> [(folder: Folder, path: String, by: String)] {
    guard singles[name] == nil else { return [] }
    let holders = folders.filter { $0.names.contains(name) }
    guard let first = holders.first else { return [] }
    return holders.dropFirst().map {
      ($0, $0.path.value + "/" + name, first.path.value + "/" + name)
    }
  }
}
