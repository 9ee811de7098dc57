package import DataSyntax
package import Source

/// A Packer template as it is written, JSON or YAML: its parts with their exact places, faults of shape kept as values.
///
/// Nothing is rendered here; see `PackerTemplate.evaluate`.
package struct PackerTemplate: Sendable {
  package let file: FileID
  package let syntax: DataSyntaxKind
  /// The root mapping.
  package let root: TemplateValue

  package let description: TemplateValue?
  package let minPackerVersion: TemplateValue?
  package let variables: [TemplateVariable]
  /// The names under `sensitive-variables`.
  package let sensitiveVariables: [Located<String>]
  package let builders: [TemplateComponent]
  package let provisioners: [TemplateComponent]
  package let errorCleanupProvisioner: TemplateComponent?
  /// The post-processors, chain by chain.
  package let postProcessors: [[TemplateComponent]]

  /// Root entries whose key begins with `_`: comments.
  package let rootComments: [TemplateEntry]
  /// Root entries that Packer still accepts and does not use: `push`, `comments`, `rawcontents`.
  package let ignoredRootEntries: [TemplateEntry]
  package let unknownRootEntries: [TemplateEntry]
  /// Keys that stand twice, anywhere in the document.
  package let duplicateKeys: [DuplicateKey]
  package let shapeFaults: [ShapeFault]
  /// Whether the whole document was read; where not, the absence of a part means nothing.
  package let isIntact: Bool
  /// The comments of the syntax (`#` in YAML), their marks included.
  package let comments: [Location]

  /// The document that it was read from.
  package var tree: DataTree { root.node.tree }

  /// Every component in the order: builders, provisioners, error cleanup, post-processors.
  package var components: [TemplateComponent] {
    builders + provisioners + (errorCleanupProvisioner.map { [$0] } ?? []) + postProcessors.flatMap { $0 }
  }

  /// The root keys that Packer knows; they match in any case.
  package static let rootKeys = [
    "builders", "comments", "description", "error-cleanup-provisioner", "min_packer_version",
    "post-processors", "provisioners", "push", "rawcontents", "sensitive-variables", "variables",
  ]
}
