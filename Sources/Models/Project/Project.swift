package import Chef
package import Packer
package import Source

/// A template's builds with every file that they refer to, read and resolved once; rules and plans only read it.
package struct Project: Sendable {
  package let template: FileID
  package let paths: ProjectPaths
  package let builds: [Build]
  /// Every read of a variable, with the place of its name.
  package let variableUses: [Located<String>]
  /// The variables without a default that nobody has given.
  package let missingVariables: [String]
  /// Every path that a component names, build by build.
  package var references: [FileReference] { ownedReferences.all }
  /// What stands at the paths that were looked at.
  package let entries: [String: ProjectEntry]
  /// The scripts of all components, build by build.
  package var scripts: [ProjectScript] { ownedScripts.all }
  /// The scripts with what runs them, build by build.
  package let scriptRuns: [ScriptRun]
  /// Those that a shell reads.
  package let shellRuns: [ScriptRun]
  /// What the Chef provisioners converge.
  package let chefRuns: [ProjectChefRun]
  /// What the Puppet provisioners apply.
  package let manifests: [ProjectManifest]
  /// The roles that the Ansible provisioners' playbooks name.
  package let roles: [ProjectRole]
  /// The files that were read.
  package let sources: SourceSet
  /// What is known of containers that stand in for machines, and which are asked for.
  package let standIns: StandIns

  let isIgnored: @Sendable (_ path: String) -> Bool
  let ownedReferences: OwnedParts<FileReference>
  let ownedScripts: OwnedParts<ProjectScript>

  /// The folder that Packer would run in, absolute; relative paths start there.
  package var workingDirectory: String { paths.workingDirectory }

  /// The paths that a component names.
  package func references(of owner: ComponentReference) -> ArraySlice<FileReference> {
    ownedReferences[owner]
  }

  /// Whether git is told to leave out what a reference names: something else than a checkout makes it.
  package func isIgnored(_ reference: FileReference) -> Bool { reference.path.map(isIgnored) ?? false }

  /// What the run list of a Chef provisioner compiles to.
  package func compilation(of owner: ComponentReference) -> Compilation? {
    chefRuns.first { $0.owner == owner }?.compilation
  }

  /// The container that stands in for the machine of a build.
  package func standIn(of build: Build) -> StandInChoice {
    StandInChooser(standIns: standIns, build: build).choice()
  }

  /// The scripts of a component that were read.
  package func scripts(of owner: ComponentReference) -> ArraySlice<ProjectScript> { ownedScripts[owner] }

  /// What stands at a path as an option writes it; nil where nothing does, or where it was not looked at.
  package func entry(_ written: String) -> ProjectEntry? { entries[paths.path(written)] }
}

/// What stands at a path of a project.
package struct ProjectEntry: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case file, directory, other }

  package let kind: Kind
  /// `sha256:…` of a file's bytes, or of a folder's names, modes and contents; nil where it was not made.
  package let digest: String?

  package init(kind: Kind, digest: String? = nil) {
    self.kind = kind
    self.digest = digest
  }
}
