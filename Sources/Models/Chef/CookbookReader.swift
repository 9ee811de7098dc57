import DataSyntax
import Host
import Source

/// Reads one folder of a cookbook path.
struct CookbookReader {
  let path: String
  let name: String

  /// The cookbook of the folder; nil where the folder holds no file at all.
  func cookbook(from store: inout SourceStore) -> Cookbook? {
    guard holdsFile(path, store.files, depth: 0) else { return nil }
    return Cookbook(
      name: name, path: path, metadataName: metadataName(from: &store), recipes: recipes(in: store))
  }

  private static let depthLimit = 8

  private func holdsFile(_ folder: String, _ files: any FileTree, depth: Int) -> Bool {
    guard depth < Self.depthLimit, let names = try? files.list(folder) else { return false }
    return names.contains { name in
      let inner = folder + "/" + name
      switch files.status(inner)?.kind {
      case .file: return true
      case .directory: return holdsFile(inner, files, depth: depth + 1)
      default: return false
      }
    }
  }

  /// `metadata.json` beats `metadata.rb`.
  private func metadataName(from store: inout SourceStore) -> Known<Located<String>> {
    let json = path + "/metadata.json"
    if store.files.status(json)?.kind == .file {
      guard let file = try? store.read(json) else {
        return .unknown(UnknownReason("`\(json)` cannot be read"))
      }
      let name = DataParser.parse(DerivedText(file), as: .json).tree.root["name"]
      guard let name, let text = name.string else { return .absent }
      return .value(Located(text, at: name.contentLocation))
    }
    let ruby = path + "/metadata.rb"
    guard store.files.status(ruby)?.kind == .file else { return .absent }
    guard let file = try? store.read(ruby) else { return .unknown(UnknownReason("`\(ruby)` cannot be read")) }
    return RubyCalls(file).argument(of: "name")
  }

  /// Recipes go by their file's base name at any depth; the later path of two wins, `.rb` beats YAML, and `recipe.rb`
  /// at the root stands for `default`.
  private func recipes(in store: SourceStore) -> [String: String] {
    var found: [String: String] = [:]
    for ending in [".yaml", ".yml", ".rb"] {
      collect(path + "/recipes", ending, store.files, depth: 0, to: &found)
    }
    let root = path + "/recipe.rb"
    if store.files.status(root)?.kind == .file { found["default"] = root }
    return found
  }

  private func collect(
    _ folder: String, _ ending: String, _ files: any FileTree, depth: Int, to found: inout [String: String]
  ) {
    guard depth < Self.depthLimit, let names = try? files.list(folder) else { return }
    for name in names {
      let inner = folder + "/" + name
      switch files.status(inner)?.kind {
      case .file where name.hasSuffix(ending): found[String(name.dropLast(ending.utf8.count))] = inner
      case .directory: collect(inner, ending, files, depth: depth + 1, to: &found)
      default: continue
      }
    }
  }
}
