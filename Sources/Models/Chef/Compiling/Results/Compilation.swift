package import Source

/// What a run list compiles to.
package struct Compilation: Sendable {
  /// The recipes in the order in which they were loaded.
  package var recipes: [RecipeName] = []
  /// The resources in the order in which they converge.
  package var resources: [CompiledResource] = []
  /// The node's attributes, merged, with what set each.
  package var attributes: [CompiledAttribute] = []
  package var faults: [ChefFault] = []
  /// What could not be told, each once.
  package var unknowns: [UnknownReason] = []
  /// What the files of templates, `file` and `cookbook_file` would hold.
  package var files: [CompiledFile] = []
}

/// One attribute of the node, merged from all levels.
package struct CompiledAttribute: Sendable, Hashable {
  /// The keys that lead to it.
  package let path: [String]
  package let value: CompiledValue
  package let level: AttributeLevel
  /// What set it.
  package let location: Location?
}

/// A file that a resource would make.
package struct CompiledFile: Sendable, Hashable {
  package let path: String
  package let mode: CompiledValue?
  /// nil where it cannot be told.
  package let content: [UInt8]?
  /// The position of the resource in the collection.
  package let resource: Int
}
