package import Source
package import RubyEvaluation

/// What a cookbook says about itself in metadata.json, or else in metadata.rb.
package struct CookbookMetadata: Sendable, Hashable {
  /// Which files of `libraries` are loaded by themselves.
  package enum EagerLibraries: Sendable, Hashable {
    case all
    /// Those below `libraries` that a glob matches.
    case patterns([String])
  }

  /// A cookbook that must be there.
  package struct Dependency: Sendable, Hashable {
    package let name: Located<String>
    package let constraint: VersionConstraint
    /// The whole call, or the entry.
    package let location: Location
    package let certainty: ChefFault.Certainty
  }

  /// Conditions on the version of a tool: one list of several must be met.
  package struct ToolCondition: Sendable, Hashable {
    package let requirements: [GemRequirement]
    package let location: Location
  }

  /// The file that is read; nil without one.
  package var file: String?
  package var name: Known<Located<String>> = .absent
  package var version: Known<Located<CookbookVersion>> = .absent
  /// The last of each name, sorted by name as Chef follows them.
  package var dependencies: [Dependency] = []
  package var chefVersions: [ToolCondition] = []
  package var ohaiVersions: [ToolCondition] = []
  package var platforms: [Located<String>] = []
  package var gems: [Located<String>] = []
  package var eagerLibraries = EagerLibraries.all
  /// What keeps Chef from using the cookbook at all; of no weight where nobody asks for it.
  package var faults: [ChefFault] = []

  /// A cookbook without metadata.
  package init() {}
}
