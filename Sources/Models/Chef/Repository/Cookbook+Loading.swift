/// What Chef loads of a cookbook, in its order; the paths are those of the file tree.
extension Cookbook {
  /// A file that is found by the name of its recipe or attributes file.
  package struct NamedFile: Sendable, Hashable {
    package enum Form: Sendable, Hashable { case ruby, yaml }

    package let name: String
    package let path: String
    package let form: Form
  }

  /// Every library, also unused ones.
  package var libraries: [String] {
    switch metadata.eagerLibraries {
    case .all: rubyFiles(.libraries)
    case .patterns(let patterns):
      rubyFiles(.libraries).filter { path in
        let relative = String(decoding: path.utf8.dropFirst(fullPath("libraries/").utf8.count), as: UTF8.self)
        return patterns.contains { FilePattern($0, crossesFolders: false).matches(relative) }
      }
    }
  }

  /// The file of `default` first, then the rest by path; `attributes.rb` at the root stands for `default`.
  package var attributeFiles: [NamedFile] {
    var names = named(.attributes, endings: [".rb"])
    let root = rootFile("attributes.rb", .ruby)
    guard let first = names.firstIndex(where: { $0.path.hasSuffix("/default.rb") }) else {
      return (root.map { [$0] } ?? []) + names
    }
    let file = names.remove(at: first)
    return [root ?? file] + names
  }

  /// Files below `providers`, except those that begin with `_`.
  package var providers: [String] { loadedClasses(.providers) }

  /// Files below `resources`, except those that begin with `_`.
  package var resources: [String] { loadedClasses(.resources) }

  package var definitions: [String] { rubyFiles(.definitions) }

  /// The recipes that can be named, by their base name at any depth; Ruby beats YAML, a file at the root stands for
  /// `default`, and of two files with one name the later path is loaded.
  package var recipes: [NamedFile] {
    var found: [String: NamedFile] = [:]
    for file in named(.recipes, endings: [".yml", ".yaml"]) { found[file.name] = file }
    for name in ["recipe.yml", "recipe.yaml"] {
      if let file = rootFile(name, .yaml) { found["default"] = file }
    }
    for file in named(.recipes, endings: [".rb"]) { found[file.name] = file }
    if let file = rootFile("recipe.rb", .ruby) { found["default"] = file }
    return found.values.sorted { $0.name < $1.name }
  }

  /// The recipe files that are never loaded, each with the one that has its name.
  package var hiddenRecipes: [(ignored: String, by: String)] {
    let loaded = Dictionary(recipes.map { ($0.name, $0.path) }) { first, _ in first }
    let roots = ["recipe.rb", "recipe.yml", "recipe.yaml"].compactMap {
      rootFile($0, $0.hasSuffix(".rb") ? .ruby : .yaml)
    }
    return (named(.recipes, endings: [".rb", ".yml", ".yaml"]) + roots).compactMap { file in
      guard let other = loaded[file.name], other != file.path else { return nil }
      return (file.path, other)
    }
  }

  /// A recipe as `.yml` and as `.yaml`: looking for any recipe that is not Ruby, Chef refuses to choose.
  var ambiguousRecipes: (String, String)? {
    files.paths(in: .recipes).lazy.filter { $0.hasSuffix(".yaml") }.compactMap { path -> (String, String)? in
      let twin = String(path.dropLast(5)) + ".yml"
      return files.contains(twin) ? (twin, path) : nil
    }.first
  }

  /// The file that a recipe's name leads to.
  package func recipe(_ name: String) -> NamedFile? { recipes.first { $0.name == name } }

  /// The file that `include_attribute` finds; of two with one name the later path.
  package func attributeFile(_ name: String) -> NamedFile? {
    if name == "default", let root = rootFile("attributes.rb", .ruby) { return root }
    return named(.attributes, endings: [".rb"]).last { $0.name == name }
  }

  private func rubyFiles(_ segment: CookbookSegment) -> [String] {
    files.paths(in: segment).filter { $0.hasSuffix(".rb") }.map(fullPath)
  }

  private func loadedClasses(_ segment: CookbookSegment) -> [String] {
    rubyFiles(segment).filter { $0.split(separator: "/").last?.hasPrefix("_") == false }
  }

  private func named(_ segment: CookbookSegment, endings: [String]) -> [NamedFile] {
    files.paths(in: segment).compactMap { path in
      guard let ending = endings.first(where: { path.hasSuffix($0) }),
        let base = path.split(separator: "/").last,
        base.utf8.count > ending.utf8.count
      else { return nil }
      return NamedFile(
        name: String(base.dropLast(ending.utf8.count)), path: fullPath(path),
        form: ending == ".rb" ? .ruby : .yaml)
    }
  }

  private func rootFile(_ name: String, _ form: NamedFile.Form) -> NamedFile? {
    files.contains(name) ? NamedFile(name: "default", path: fullPath(name), form: form) : nil
  }
}
