import Chef
import Diagnostics
import Host
import RubySyntax
import Source

extension ProjectLoader {
  /// The Ruby files of the cookbooks that a run takes, in the order in which Chef loads them.
  ///
  /// `foreign` tells the recipes that have runs of their own, by their cookbook and path: they are left out.
  mutating func rubyFiles(
    of run: ChefRun, without foreign: (Cookbook, String) -> Bool = { _, _ in false }
  ) -> [ProjectRubyFile] {
    let chains = Self.chains(of: run)
    var files: [ProjectRubyFile] = []
    for cookbook in run.closure.order {
      for (path, part) in cookbook.rubyFiles {
        if part == .recipe, foreign(cookbook, path) { continue }
        guard let outline = outline(of: path, part) else { continue }
        files.append(
          ProjectRubyFile(
            cookbook: cookbook.name, part: part, path: path, outline: outline,
            isLoaded: part.isAlwaysLoaded, chain: chains[cookbook.name] ?? []))
      }
    }
    let loaded = loadedRecipes(of: run)
    return files.map { file in loaded[file.path].map { file.loaded(by: $0) } ?? file }
  }

  /// How a run comes to each of its cookbooks, in the fewest steps.
  private static func chains(of run: ChefRun) -> [String: [ChainLink]] {
    var chains: [String: [ChainLink]] = [:]
    var open: [(name: String, chain: [ChainLink])] = run.runList.entries.map { entry in
      (entry.recipe.cookbook, entry.chain + [entry.link])
    }
    var next = 0
    while next < open.count {
      let (name, chain) = open[next]
      next += 1
      guard chains[name] == nil, let cookbook = run.closure[name] else { continue }
      chains[name] = chain
      open += cookbook.metadata.dependencies.map { dependency in
        let link = ChainLink("`depends '\(dependency.name.value)'` of `\(name)`", at: dependency.location)
        return (dependency.name.value, chain + [link])
      }
    }
    return chains
  }

  /// The files of the recipes that every run loads: those of the run list, and what they include for sure; with the
  /// way that leads there.
  private mutating func loadedRecipes(of run: ChefRun) -> [String: [ChainLink]] {
    var loaded: [String: [ChainLink]] = [:]
    var open: [(name: RecipeName, chain: [ChainLink])] = run.runList.entries.map { entry in
      (entry.recipe, entry.chain + [entry.link])
    }
    var next = 0
    while next < open.count {
      let (name, chain) = open[next]
      next += 1
      guard let file = run.closure[name.cookbook]?.recipe(name.recipe), file.form == .ruby,
        loaded[file.path] == nil, let outline = outline(of: file.path, .recipe)
      else { continue }
      loaded[file.path] = chain
      for place in outline.places(of: "include_recipe") where !outline.calls[place].isConditional {
        guard let call = outline.call(at: place), call.receiver == nil else { continue }
        let link = ChainLink("recipe `\(name)`", at: outline.tree.location(of: call.selector))
        for text in outline.arguments(at: place).compactMap(outline.tree.constantText) {
          let whole = text.hasPrefix("::") ? name.cookbook + text : text
          open.append((RecipeName(whole), chain + [link]))
        }
      }
    }
    return loaded
  }

  private mutating func outline(of path: String, _ part: ProjectRubyFile.Part) -> RubyOutline? {
    guard let file = try? store.read(path) else { return nil }
    if let outline = outlines[file.id] { return outline }
    let tree = part == .template ? programs.template(of: file).tree : programs.tree(of: file)
    let outline = RubyOutline(cookbookFile: tree)
    outlines[file.id] = outline
    return outline
  }
}

extension ExpandedRunList.Entry {
  /// The item as a step of a way.
  fileprivate var link: ChainLink { ChainLink("run list item `\(item.text)`", at: item.location) }
}

extension ProjectRubyFile {
  /// The same file, which every run loads.
  fileprivate func loaded(by chain: [ChainLink]) -> ProjectRubyFile {
    ProjectRubyFile(
      cookbook: cookbook, part: part, path: path, outline: outline, isLoaded: true, chain: chain)
  }
}

extension ProjectRubyFile.Part {
  /// Whether Chef loads every such file of a cookbook that it loads at all.
  fileprivate var isAlwaysLoaded: Bool {
    switch self {
    case .metadata, .library, .attributes, .provider, .resource, .definition: true
    case .recipe, .template: false
    }
  }
}

extension Cookbook {
  /// The files with Ruby in them, in the order in which Chef loads those that it loads.
  fileprivate var rubyFiles: [(path: String, part: ProjectRubyFile.Part)] {
    var files: [(path: String, part: ProjectRubyFile.Part)] = []
    if let file = metadata.file, file.hasSuffix(".rb") { files.append((file, .metadata)) }
    files += libraries.map { ($0, .library) }
    files += attributeFiles.map { ($0.path, .attributes) }
    files += providers.map { ($0, .provider) } + resources.map { ($0, .resource) }
    files += definitions.map { ($0, .definition) }
    files += recipes.filter { $0.form == .ruby }.map { ($0.path, .recipe) }
    return files
      + self.files.paths(in: .templates).filter { $0.hasSuffix(".erb") }.map { (fullPath($0), .template) }
  }
}
