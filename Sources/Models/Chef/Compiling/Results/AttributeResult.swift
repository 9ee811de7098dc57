import RubyEvaluation
import Source

/// The node's attributes, leaf by leaf, with the level and the place that set each.
struct AttributeResult {
  private let compiler: RecipeCompiler
  private let writer: ValueWriter
  private static let depthLimit = 64

  init(_ compiler: RecipeCompiler) {
    self.compiler = compiler
    writer = ValueWriter(compiler)
  }

  func attributes() -> [CompiledAttribute] {
    var found: [CompiledAttribute] = []
    let attributes = compiler.attributes
    for key in attributes.keys {
      let name = attributes.classes.spelling(key)
      guard let value = attributes.value(name) else { continue }
      let holders = AttributeLevel.allCases.map { (level: $0, hash: attributes[$0]) }
      collect(value, [name], holders, to: &found)
    }
    return found.sorted { $0.path.lexicographicallyPrecedes($1.path) }
  }

  private func collect(
    _ value: RubyValue, _ path: [String], _ holders: [(level: AttributeLevel, hash: RubyHash)],
    to found: inout [CompiledAttribute]
  ) {
    let classes = compiler.attributes.classes
    guard let name = path.last else { return }
    let key = classes.key(name)
    if case .hash(let hash) = value, hash.doubt == nil, !hash.isEmpty, path.count < Self.depthLimit {
      let inner = holders.compactMap { holder -> (level: AttributeLevel, hash: RubyHash)? in
        if case .hash(let hash)? = holder.hash[key] { (holder.level, hash) } else { nil }
      }
      for entry in hash.entries {
        collect(entry.value, path + [classes.spelling(entry.key)], inner, to: &found)
      }
      return
    }
    let holder = holders.last { $0.hash[key] != nil }
    found.append(
      CompiledAttribute(
        path: path, value: writer.value(value), level: holder?.level ?? .automatic,
        location: holder.flatMap { compiler.attributes.place(of: name, in: $0.hash) }
      ).concealingSecret)
  }
}
