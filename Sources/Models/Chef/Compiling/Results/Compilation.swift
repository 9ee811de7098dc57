package import Source

/// What a run list compiles to.
package struct Compilation: Sendable {
  /// What is asked of it.
  package enum Extent: Sendable {
    /// What breaks, and the recipes: neither resources nor, where nothing breaks, attributes.
    case faults
    case whole
  }

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
  /// What data bags hold that is to be masked wherever it shows.
  package internal(set) var itemSecrets: Set<String> = []

  /// Every text that is to be masked wherever it shows.
  package var secrets: Set<String> { itemSecrets.union(attributes.compactMap(\.secret)) }
}

/// One attribute of the node, merged from all levels.
package struct CompiledAttribute: Sendable, Hashable {
  /// The keys that lead to it.
  package let path: [String]
  package private(set) var value: CompiledValue
  package let level: AttributeLevel
  /// What set it.
  package let location: Location?
  /// The secret that it holds, where it is so irregular that it is to be masked wherever it shows.
  package private(set) var secret: String?

  init(path: [String], value: CompiledValue, level: AttributeLevel, location: Location?) {
    self.path = path
    self.value = value
    self.level = level
    self.location = location
  }

  /// The attribute without its value, if a key names it as a secret or it looks like one.
  var concealingSecret: CompiledAttribute {
    // `pwd` is a folder too.
    guard level != .automatic, case .text(let text) = value, SecretShape.isLiteral(text), !text.hasPrefix("/")
    else { return self }
    let isToken = !SecretShape.all(in: Array(text.utf8)).isEmpty
    guard isToken || path.contains(where: SecretShape.hidesValue) else { return self }
    var concealed = self
    concealed.value = .secret
    if isToken || SecretShape.isRandom(text) { concealed.secret = text }
    return concealed
  }
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
