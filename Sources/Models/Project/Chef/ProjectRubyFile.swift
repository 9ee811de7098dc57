package import Diagnostics
package import RubySyntax
import Source

/// A Ruby file, or a template with Ruby in it, of a cookbook that a Chef provisioner's run list leads to. A class,
/// since every rule looks at every file.
package final class ProjectRubyFile: Sendable {
  /// What the file is to Chef.
  package enum Part: Sendable, Hashable {
    case metadata, library, attributes, provider, resource, definition, recipe, template
  }

  /// The name of the cookbook's folder.
  package let cookbook: String
  package let part: Part
  /// The path under which the file tree knows it.
  package let path: String
  package let outline: RubyOutline
  /// Whether every run loads it; of a recipe that is included under a condition it is not told.
  package let isLoaded: Bool
  /// How the run comes to its cookbook: roles, the item of the run list, what depends on it.
  package let chain: [ChainLink]

  init(
    cookbook: String, part: Part, path: String, outline: RubyOutline, isLoaded: Bool, chain: [ChainLink]
  ) {
    self.cookbook = cookbook
    self.part = part
    self.path = path
    self.outline = outline
    self.isLoaded = isLoaded
    self.chain = chain
  }

  package var tree: RubyTree { outline.tree }
}

extension RubyOutline {
  /// The outline of a cookbook's file: what Chef keeps for later is known.
  convenience init(cookbookFile tree: RubyTree) { self.init(tree, deferring: Self.deferringMethods) }

  /// Methods with arguments whose block Chef keeps for later, or runs on some systems only.
  private static let deferringMethods: Set = [
    "action", "block", "converge_by", "converge_if_changed", "define", "lazy", "load_current_value", "not_if",
    "only_if", "trap", "verify", "with_run_context",
  ]
}
