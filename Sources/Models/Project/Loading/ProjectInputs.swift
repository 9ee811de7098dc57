package import Chef

/// What a project is loaded with, beside the template and the files.
package struct ProjectInputs: Sendable {
  package enum Digests: Sendable, Hashable {
    /// Only what the analysis needs is read.
    case none
    /// Every file that a build would upload is read, for the inputs of a plan.
    case all
  }

  /// The folder in which Packer would run, relative to the tree's root, or absolute; empty for the root.
  package var directory: String
  package var digests: Digests

  /// What is known of Chef; without it run lists are not compiled.
  package var chef: ChefCatalog?

  /// Whether the folder is one of several that are tried.
  package var isGuessed: Bool

  package init(
    directory: String = "", digests: Digests = .none, isGuessed: Bool = false, chef: ChefCatalog? = nil
  ) {
    self.chef = chef
    self.directory = directory
    self.isGuessed = isGuessed
    self.digests = digests
  }
}
