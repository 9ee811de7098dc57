package import Packer
package import Source

/// A template's builds with every file that they refer to, read and resolved once; rules and plans only read it.
package struct Project: Sendable {
  package let template: FileID
  /// The folder that Packer would run in, absolute; relative paths start there.
  package let workingDirectory: String
  package let builds: [Build]
  /// Every path that a component names, build by build.
  package let references: [FileReference]
  /// What stands at the paths that were looked at.
  package let entries: [String: ProjectEntry]
  /// The files that were read.
  package let sources: SourceSet

  package init(
    template: FileID, workingDirectory: String, builds: [Build], references: [FileReference] = [],
    entries: [String: ProjectEntry] = [:], sources: SourceSet = SourceSet()
  ) {
    self.template = template
    self.workingDirectory = workingDirectory
    self.builds = builds
    self.references = references
    self.entries = entries
    self.sources = sources
  }

  /// What stands at a path; nil where nothing does, or where it was not looked at.
  package func entry(_ path: String) -> ProjectEntry? { entries[path] }
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
