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
      let holders = AttributeLevel.allCases.map { Holder(level: $0, hash: attributes[$0], place: nil) }
      collect(value, [name], holders, to: &found)
    }
    return found.sorted { $0.path.lexicographicallyPrecedes($1.path) }
  }

  /// What one level holds at a path, and what set it as a whole.
  private struct Holder {
    let level: AttributeLevel
    let hash: RubyHash
    let place: Location?
  }

  private func collect(
    _ value: RubyValue, _ path: [String], _ holders: [Holder], to found: inout [CompiledAttribute]
  ) {
    let classes = compiler.attributes.classes
    guard let name = path.last else { return }
    let key = classes.key(name)
    if case .hash(let hash) = value, hash.doubt == nil, !hash.isEmpty, path.count < Self.depthLimit {
      let inner = holders.compactMap { holder -> Holder? in
        guard case .hash(let hash)? = holder.hash[key] else { return nil }
        return Holder(level: holder.level, hash: hash, place: place(of: name, in: holder))
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
        location: holder.flatMap { place(of: name, in: $0) }
      ).concealingSecret)
  }

  /// What set a key: where nothing set it alone, what set the hash that holds it.
  private func place(of name: String, in holder: Holder) -> Location? {
    compiler.attributes.place(of: name, in: holder.hash) ?? holder.place
  }
}
