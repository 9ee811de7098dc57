import Diagnostics
import Host
import Source
import RubyEvaluation

/// Finds the cookbooks of a run list and what they depend on, as Chef's server does before a recipe is compiled.
struct ClosureResolver {
  private let setup: ChefSetup
  private let pins: [String: ChefEnvironment.Pin]
  private(set) var collection: CookbookCollection
  private var reached: [String: Cookbook] = [:]
  private var unknown: [String: UnknownReason] = [:]
  private var faults: [ChefFault] = []

  /// A cookbook that is wanted, and by whom.
  private struct Wish {
    let name: String
    /// Where the name stands.
    let location: Location
    let constraint: VersionConstraint
    let chain: [ChainLink]
    let certainty: ChefFault.Certainty
    /// The link by which what is found here is reached.
    let link: ChainLink
  }

  /// Takes what is known of the cookbooks, or lists their folders.
  init(
    setup: ChefSetup, pins: [ChefEnvironment.Pin], knowing known: CookbookCollection? = nil,
    _ files: any FileTree
  ) {
    self.setup = setup
    self.pins = Dictionary(pins.map { ($0.cookbook.value, $0) }) { _, last in last }
    collection =
      known ?? CookbookCollection(setup.cookbookPaths, singles: setup.singleCookbooks, in: files)
  }

  mutating func resolve(_ runList: ExpandedRunList, from store: inout SourceStore) -> CookbookClosure {
    checkPaths()
    var wishes: [Wish] = runList.entries.map { entry in
      Wish(
        name: entry.recipe.cookbook, location: entry.item.location, constraint: .any, chain: entry.chain,
        certainty: .sure, link: ChainLink("run list", at: entry.item.location))
    }
    var next = 0
    while next < wishes.count {
      wishes += meet(wishes[next], from: &store)
      next += 1
    }
    for entry in runList.entries { check(entry) }
    return CookbookClosure(order: order(runList), unknown: unknown, faults: faults)
  }

  private mutating func checkPaths() {
    if setup.cookbookPaths.isEmpty, setup.furtherCookbooks == nil {
      faults.append(ChefFault(.noCookbookPath, at: setup.origin))
    }
    for folder in collection.folders {
      if let words = folder.lock {
        faults.append(ChefFault(.unreadableFile(words), at: folder.path.location))
      }
    }
    for folder in collection.folders where folder.isCookbook {
      faults.append(ChefFault(.cookbookAsPath(folder.path.value), at: folder.path.location))
    }
  }

  /// Looks at a wish, and gives those of the cookbook that it finds for the first time.
  private mutating func meet(_ wish: Wish, from store: inout SourceStore) -> [Wish] {
    if let cookbook = reached[wish.name] {
      check(cookbook, against: wish)
      return []
    }
    guard let cookbook = collection.cookbook(wish.name, from: &store) else {
      if let reason = setup.furtherCookbooks {
        unknown[wish.name] = reason
      } else if let folder = collection.folders.first(where: { $0.lock != nil }) {
        unknown[wish.name] = UnknownReason(
          "`\(folder.path.value)` cannot be listed", at: folder.path.location)
      } else if !setup.cookbookPaths.isEmpty {
        let kind = ChefFault.Kind.missingCookbook(wish.name, near: collection.near(wish.name))
        let help = misnamed(wish.name, from: &store)
        faults.append(ChefFault(kind, wish.certainty, at: wish.location, help: help, chain: wish.chain))
        unknown[wish.name] = UnknownReason("cookbook `\(wish.name)` is not here", at: wish.location)
      }
      return []
    }
    reached[wish.name] = cookbook
    if let reason = cookbook.files.unseen { unknown[wish.name] = reason }
    check(cookbook, against: wish)
    checkAlone(cookbook, wish, &store)
    let chain = wish.chain + [wish.link]
    return cookbook.metadata.dependencies.map { dependency in
      Wish(
        name: dependency.name.value, location: dependency.name.location, constraint: dependency.constraint,
        chain: chain, certainty: wish.certainty == .sure ? dependency.certainty : .maybe,
        link: ChainLink("`depends '\(dependency.name.value)'` of `\(cookbook.name)`", at: dependency.location)
      )
    }
  }

  /// Says that a cookbook which calls itself so lies in a folder of another name.
  private mutating func misnamed(_ name: String, from store: inout SourceStore) -> String? {
    for folder in collection.names {
      guard let cookbook = collection.cookbook(folder, from: &store),
        cookbook.metadata.name.value?.value == name
      else { continue }
      return
        "the cookbook in folder `\(folder)` calls itself `\(name)`, and is found by the name of the folder: "
        + "call that `\(name)`"
    }
    return nil
  }

  private mutating func check(_ cookbook: Cookbook, against wish: Wish) {
    guard let version = cookbook.version, !wish.constraint.accepts(version) else { return }
    faults.append(
      ChefFault(
        .unmetConstraint(cookbook: cookbook.name, constraint: wish.constraint, found: version),
        wish.certainty,
        at: wish.location, labels: versionLabels(of: cookbook), chain: wish.chain))
  }

  /// What is wrong with a cookbook whoever wants it.
  private mutating func checkAlone(_ cookbook: Cookbook, _ wish: Wish, _ store: inout SourceStore) {
    let chain = wish.chain + [wish.link]
    let metadata = cookbook.metadata
    faults += metadata.faults.map { $0.reached(by: chain, wish.certainty) }
    faults += cookbook.files.closedFolders.map {
      ChefFault(.unreadableFile($0.value), wish.certainty, at: $0.location, chain: chain)
    }
    if let pin = pins[cookbook.name], let version = cookbook.version, !pin.constraint.accepts(version) {
      faults.append(
        ChefFault(
          .unmetConstraint(cookbook: cookbook.name, constraint: pin.constraint, found: version),
          wish.certainty,
          at: pin.location, labels: versionLabels(of: cookbook), chain: chain))
    }
    check(.chef, setup.client, metadata.chefVersions, cookbook, chain, wish.certainty)
    check(.ohai, setup.client.ohai, metadata.ohaiVersions, cookbook, chain, wish.certainty)
    if let name = metadata.name.value, name.value != cookbook.name {
      let kind = ChefFault.Kind.misnamedCookbook(folder: cookbook.name, metadata: name.value)
      faults.append(ChefFault(kind, at: name.location, chain: chain))
    }
    for hidden in cookbook.hiddenRecipes {
      // It is shown with its first line.
      _ = try? store.read(hidden.ignored)
      let kind = ChefFault.Kind.doubledFile(ignored: hidden.ignored, by: hidden.by)
      faults.append(ChefFault(kind, at: Location(FileID(hidden.ignored), ByteRange(at: 0)), chain: chain))
    }
    for hidden in collection.hidden(cookbook.name) {
      let kind = ChefFault.Kind.hiddenCookbook(
        hidden.path, by: hidden.by, isSame: isSame(cookbook, hidden.path, &store))
      faults.append(ChefFault(kind, at: hidden.folder.path.location))
    }
  }

  private mutating func check(
    _ tool: ChefFault.EnforcedTool, _ client: ClientVersion, _ conditions: [CookbookMetadata.ToolCondition],
    _ cookbook: Cookbook, _ chain: [ChainLink], _ certainty: ChefFault.Certainty
  ) {
    guard let first = conditions.first, client.meets(anyOf: conditions.map(\.requirements)) == false else {
      return
    }
    let texts = conditions.map { $0.requirements.map(\.description).joined(separator: ", ") }
    faults.append(
      ChefFault(
        .unmetClient(tool, cookbook: cookbook.name, conditions: texts), certainty, at: first.location,
        chain: chain))
  }

  private func versionLabels(of cookbook: Cookbook) -> [Label] {
    guard let version = cookbook.metadata.version.value else { return [] }
    return [Label("`\(cookbook.name)` is \(version.value) here", at: version.location)]
  }

  /// Whether a hidden cookbook has the same files with the same bytes.
  private func isSame(_ cookbook: Cookbook, _ path: String, _ store: inout SourceStore) -> Bool {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let hidden = CookbookReader(path, below: path.hasPrefix("/") ? "/" + folder : folder, &store)
    guard let other = hidden.cookbook(cookbook.name, from: &store), other.files == cookbook.files else {
      return false
    }
    let limit = SourceStore.sizeLimit
    return cookbook.files.paths.allSatisfy { file in
      guard let mine = try? store.files.read(cookbook.fullPath(file), limit: limit) else { return false }
      return (try? store.files.read(other.fullPath(file), limit: limit)) == mine
    }
  }

  /// Looks for the very version and the recipe that an item asks for.
  private mutating func check(_ entry: ExpandedRunList.Entry) {
    guard let cookbook = reached[entry.recipe.cookbook] else { return }
    if let text = entry.version, let version = cookbook.version, text != version.description,
      let constraint = VersionConstraint(text)
    {
      faults.append(
        ChefFault(
          .unmetConstraint(cookbook: cookbook.name, constraint: constraint, found: version),
          at: entry.item.location, labels: versionLabels(of: cookbook), chain: entry.chain))
    }
    guard cookbook.recipe(entry.recipe.recipe) == nil, cookbook.files.unseen == nil else { return }
    let near = Suggestion.nearest(to: entry.recipe.recipe, among: cookbook.recipes.map(\.name))
    faults.append(
      ChefFault(
        .missingRecipe(entry.recipe, folder: cookbook.fullPath("recipes"), near: near),
        at: entry.item.location,
        chain: entry.chain))
  }

  /// Dependencies by name, depth first, each cookbook once; a circle ends where it began.
  private func order(_ runList: ExpandedRunList) -> [Cookbook] {
    var ordered: [Cookbook] = []
    var seen: Set<String> = []
    for entry in runList.entries {
      var stack: [(cookbook: Cookbook, rest: ArraySlice<String>)] = []
      let enter = { (name: String, seen: inout Set<String>) -> (Cookbook, ArraySlice<String>)? in
        guard let cookbook = reached[name], seen.insert(name).inserted else { return nil }
        return (cookbook, cookbook.metadata.dependencies.map(\.name.value)[...])
      }
      if let start = enter(entry.recipe.cookbook, &seen) { stack.append(start) }
      while let top = stack.indices.last {
        if let name = stack[top].rest.popFirst() {
          if let inner = enter(name, &seen) { stack.append(inner) }
        } else {
          ordered.append(stack.removeLast().cookbook)
        }
      }
    }
    return ordered
  }
}
