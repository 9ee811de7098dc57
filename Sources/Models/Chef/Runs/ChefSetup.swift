package import Diagnostics
package import Source

/// What somebody gives to a Chef run: a provisioner of a template, a suite of .kitchen.yml, the command line.
///
/// Paths are those of the file tree, with the places that name them.
package struct ChefSetup: Sendable, Hashable {
  package var cookbookPaths: [Located<String>] = []
  /// Cookbooks that lie elsewhere than in a cookbook path, by name; they count before those of the paths.
  package var singleCookbooks: [String: String] = [:]
  /// Why a cookbook that no path holds may be there all the same.
  package var furtherCookbooks: UnknownReason?
  /// Why a role, environment or data bag that no folder holds may be there all the same.
  package var furtherFolders: UnknownReason?
  /// Absent where no folder of roles is given.
  package var rolesPath: Known<Located<String>> = .absent
  package var environmentsPath: Known<Located<String>> = .absent
  package var dataBagsPath: Known<Located<String>> = .absent
  /// Whether the key of encrypted data bags may be on the machine.
  package var mayHaveSecret = true
  /// The environment that is asked for; absent for `_default`.
  package var environment: Known<Located<String>> = .absent
  package var runList = WrittenRunList()
  /// Attributes of the node, without its run list.
  package var attributes: PlainValue
  package var client = ClientVersion.any
  /// Folders in which a Berksfile or its like may lie, beside the cookbook paths: that of the template.
  package var nearbyFolders: [String] = []
  /// What asks for the run, outermost first, where that is not a provisioner.
  package var chain: [ChainLink] = []
  /// The provisioner, for what it leaves out.
  package let origin: Location

  package init(origin: Location) {
    self.origin = origin
    attributes = PlainValue(.hash([]), at: origin)
  }
}
