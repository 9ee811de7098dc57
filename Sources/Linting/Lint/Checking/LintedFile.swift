package import DataSyntax
package import Source

/// A file under check: its bytes, and the tree where it is data.
package struct LintedFile: Sendable {
  /// What the file is in the run.
  package enum Role: Sendable, Hashable {
    case template
    /// A template refers to it.
    case referenced
    case configuration
  }

  package let source: SourceFile
  /// The file as JSON or YAML; nil for any other text, and where nothing of it could be read.
  package let tree: DataTree?
  package let role: Role

  package init(_ source: SourceFile, tree: DataTree?, role: Role) {
    self.source = source
    self.tree = tree
    self.role = role
  }
}
