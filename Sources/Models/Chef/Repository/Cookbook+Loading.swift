import Source

/// What Chef loads of a cookbook, in its order; the paths are those of the file tree.
extension Cookbook {
  /// A file that is found by the name of its recipe or attributes file.
  package struct NamedFile: Sendable, Hashable {
    package enum Form: Sendable, Hashable { case ruby, yaml, json }

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

  /// The recipes that can be named, by their base name at any depth; Ruby beats YAML, which beats JSON, a file at the root stands for
  /// `default`, and of two files with one name the later path is loaded.
  package var recipes: [NamedFile] {
    var found: [String: NamedFile] = [:]
    for file in named(.recipes, endings: [".json"]) { found[file.name] = file }
    if let file = rootFile("recipe.json", .json) { found["default"] = file }
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
    let roots = ["recipe.rb", "recipe.yml", "recipe.yaml", "recipe.json"].compactMap {
      rootFile($0, Self.form($0))
    }
    return (named(.recipes, endings: [".rb", ".yml", ".yaml", ".json"]) + roots).compactMap { file in
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

  /// The file that a recipe's name leads to, as `recipes` has it.
  package func recipe(_ name: String) -> NamedFile? {
    if name == "default", let root = rootFile("recipe.rb", .ruby) { return root }
    if let file = last(name, .recipes, endings: [".rb"]) { return file }
    if name == "default" {
      for root in ["recipe.yaml", "recipe.yml"] {
        if let file = rootFile(root, .yaml) { return file }
      }
    }
    if let file = last(name, .recipes, endings: [".yml", ".yaml"]) { return file }
    if name == "default", let root = rootFile("recipe.json", .json) { return root }
    return last(name, .recipes, endings: [".json"])
  }

  private static func form(_ path: String) -> NamedFile.Form {
    if path.hasSuffix(".rb") { return .ruby }
    return path.hasSuffix(".json") ? .json : .yaml
  }

  /// The file that `include_attribute` finds; of two with one name the later path.
  package func attributeFile(_ name: String) -> NamedFile? {
    if name == "default", let root = rootFile("attributes.rb", .ruby) { return root }
    return last(name, .attributes, endings: [".rb"])
  }

  private func rubyFiles(_ segment: CookbookSegment) -> [String] {
    files.paths(in: segment).filter { $0.ends(inBytesOf: ".rb") }.map(fullPath)
  }

  private func loadedClasses(_ segment: CookbookSegment) -> [String] {
    rubyFiles(segment).filter { !$0.fileName.hasPrefix("_") }
  }

  /// The last file of a segment that has a name.
  private func last(_ name: String, _ segment: CookbookSegment, endings: [String]) -> NamedFile? {
    let wanted = endings.map { "/\(name)\($0)" }
    let path = files.part(below: segment.rawValue + "/").last { path in
      wanted.contains { path.ends(inBytesOf: $0) }
    }
    return path.flatMap { namedFile($0, endings: endings) }
  }

  private func named(_ segment: CookbookSegment, endings: [String]) -> [NamedFile] {
    files.paths(in: segment).compactMap { namedFile($0, endings: endings) }
  }

  private func namedFile(_ path: String, endings: [String]) -> NamedFile? {
    guard let ending = endings.first(where: path.ends(inBytesOf:)) else { return nil }
    let base = path.fileName.utf8.dropLast(ending.utf8.count)
    guard !base.isEmpty else { return nil }
    return NamedFile(
      name: String(Substring(base)), path: fullPath(path), form: Self.form(ending))
  }

  private func rootFile(_ name: String, _ form: NamedFile.Form) -> NamedFile? {
    files.contains(name) ? NamedFile(name: "default", path: fullPath(name), form: form) : nil
  }
}
