package import Diagnostics
package import Source

/// A run list with its roles opened in place.
package struct ExpandedRunList: Sendable {
  /// A recipe that is to run.
  package struct Entry: Sendable, Hashable {
    package let recipe: RecipeName
    /// The version that the item asks for, as it is written.
    package let version: String?
    /// The item that names it, in the template or in a role.
    package let item: RunListItem
    /// The roles in which the item stands, outermost first.
    package let chain: [ChainLink]
  }

  /// The recipes, each once, in the order in which they run.
  package internal(set) var entries: [Entry] = []
  /// The roles that were opened, in the order in which their attributes are laid over each other: inner ones first.
  package internal(set) var roles: [Role] = []
  /// Why recipes may be missing here.
  package internal(set) var unknowns: [UnknownReason] = []
  package internal(set) var faults: [ChefFault] = []
}
