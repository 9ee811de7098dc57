package import Chef
package import Packer

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

  /// What is known of components; without it only the paths of options that every project needs are looked at.
  package var catalog: ComponentCatalog?

  /// What is known of containers that stand in for machines, and which are asked for.
  package var standIns: StandIns

  /// Whether the folder is one of several that are tried.
  package var isGuessed: Bool

  /// Whether git is told to leave out a path, as the file tree knows it: something else than a checkout makes it.
  package var isIgnored: @Sendable (_ path: String) -> Bool = { _ in false }

  package init(
    directory: String = "", digests: Digests = .none, isGuessed: Bool = false, chef: ChefCatalog? = nil,
    catalog: ComponentCatalog? = nil, standIns: StandIns = .none
  ) {
    self.catalog = catalog
    self.standIns = standIns
    self.chef = chef
    self.directory = directory
    self.isGuessed = isGuessed
    self.digests = digests
  }
}
