import Diagnostics
package import Host
package import Source

/// A run list taken apart: what each entry leads to, roles opened in place.
package struct RunListResolution: Sendable, Hashable {
  package enum State: Sendable, Hashable {
    /// The file of the recipe, or of the role.
    case found(String)
    /// No cookbook path holds a folder of the name; one that is near.
    case cookbookMissing(near: String?)
    /// The cookbook has no such recipe; one that is near.
    case recipeMissing(Cookbook, near: String?)
    case roleMissing(near: String?)
    case malformed
    /// It cannot be told from the files.
    case unknown(UnknownReason)
  }

  package struct Entry: Sendable, Hashable {
    package let item: RunListItem
    package let state: State
    /// The roles in which the entry stands, outermost first, with the place of each mention.
    package let roles: [Located<String>]
  }

  package let entries: [Entry]

  /// The recipes that are found, each once, in the order in which they run.
  package var recipes: [RecipeName] {
    var names: [RecipeName] = []
    for entry in entries {
      guard case .recipe(let name, _) = entry.item.form, case .found = entry.state, !names.contains(name)
      else { continue }
      names.append(name)
    }
    return names
  }
}

/// What a run list is looked up in.
package struct RunListScope: Sendable {
  package let cookbooks: CookbookCollection
  /// Why a cookbook that is not found may be there all the same; nil where it surely is not.
  package let missingCookbooks: UnknownReason?
  package let roles: RoleFolder?
  /// Why a role that is not found may be there all the same.
  package let missingRoles: UnknownReason?

  package init(
    cookbooks: CookbookCollection, missingCookbooks: UnknownReason? = nil, roles: RoleFolder? = nil,
    missingRoles: UnknownReason? = nil
  ) {
    self.cookbooks = cookbooks
    self.missingCookbooks = missingCookbooks
    self.roles = roles
    self.missingRoles = missingRoles
  }

  /// Looks up every entry; a role is opened where it is first met.
  package func resolve(_ items: [RunListItem], from store: inout SourceStore) -> RunListResolution {
    var opened: Set<String> = []
    return RunListResolution(entries: entries(of: items, roles: [], opened: &opened, from: &store))
  }

  private func entries(
    of items: [RunListItem], roles: [Located<String>], opened: inout Set<String>,
    from store: inout SourceStore
  ) -> [RunListResolution.Entry] {
    var entries: [RunListResolution.Entry] = []
    for item in items {
      entries.append(.init(item: item, state: state(of: item), roles: roles))
      guard case .role(let name) = item.form, self.roles?.files[name] != nil, roles.count < 100,
        opened.insert(name).inserted
      else { continue }
      let inner = roles + [Located(name, at: item.location)]
      switch self.roles?.runList(of: name, from: &store) {
      case .value(let items)?: entries += self.entries(of: items, roles: inner, opened: &opened, from: &store)
      case .unknown(let reason)?:
        entries[entries.count - 1] = .init(item: item, state: .unknown(reason), roles: roles)
      case .absent?, nil: continue
      }
    }
    return entries
  }

  private func state(of item: RunListItem) -> RunListResolution.State {
    switch item.form {
    case .malformed: return .malformed
    case .role(let name):
      if let path = roles?.files[name] { return .found(path) }
      if let missingRoles { return .unknown(missingRoles) }
      return .roleMissing(
        near: Suggestion.nearest(to: name, among: (roles?.files.keys).map { $0.sorted() } ?? []))
    case .recipe(let name, _):
      guard let cookbook = cookbooks[name.cookbook] else {
        if let missingCookbooks { return .unknown(missingCookbooks) }
        return .cookbookMissing(near: Suggestion.nearest(to: name.cookbook, among: cookbooks.names))
      }
      if let path = cookbook.recipes[name.recipe] { return .found(path) }
      return .recipeMissing(
        cookbook, near: Suggestion.nearest(to: name.recipe, among: cookbook.recipes.keys.sorted()))
    }
  }
}
