import RubySyntax
import Source

/// Reads files of nothing but calls with literal values, as most are: without a run of Ruby, which costs far more.
struct PlainDeclarations {
  private let tree: RubyTree
  private let language: DeclaringLanguage
  private var calls: [Declaration] = []

  private static let depthLimit = 50

  /// The calls; nil for a file that must be run.
  static func read(_ tree: RubyTree, as language: DeclaringLanguage) -> [Declaration]? {
    var reader = PlainDeclarations(tree: tree, language: language)
    return reader.take(tree.root, blocks: 0) ? reader.calls : nil
  }

  private init(tree: RubyTree, language: DeclaringLanguage) {
    self.tree = tree
    self.language = language
  }

  /// Takes statements; false where one of them is not plain.
  private mutating func take(_ node: RubyNode, blocks: Int) -> Bool {
    guard blocks < Self.depthLimit else { return false }
    switch tree.shape(of: node) {
    case .statements(let list): return tree.nodes(in: list).allSatisfy { take($0, blocks: blocks) }
    case .call(let call): return take(call, node, blocks: blocks)
    default: return false
    }
  }

  private mutating func take(_ call: RubyCall, _ node: RubyNode, blocks: Int) -> Bool {
    let name = tree.spelling(of: call.selector)
    guard call.receiver == nil, language.words.contains(name) || language.ignoresOthers else { return false }
    var values: [PlainValue] = []
    for argument in tree.nodes(in: call.arguments) {
      guard let value = value(of: argument, depth: 0) else { return false }
      values.append(value)
    }
    calls.append(
      Declaration(
        name: Located(name, at: tree.location(of: call.selector)), arguments: values,
        location: tree.location(of: node), certainty: .sure, isInBlock: blocks > 0))
    guard let block = call.block else { return true }
    guard language.opensBlocks, case .block(let inner) = tree.shape(of: block), inner.parameters == nil else {
      return false
    }
    return take(inner.body, blocks: blocks + 1)
  }

  /// A literal; nil for anything that must be run.
  private func value(of node: RubyNode, depth: Int) -> PlainValue? {
    guard depth < Self.depthLimit else { return nil }
    let location = tree.location(of: node)
    switch tree.shape(of: node) {
    case .string, .symbol, .dynamicSymbol:
      return tree.constantText(of: node).map { PlainValue(.string($0), at: contentLocation(of: node)) }
    case .nil: return PlainValue(.null, at: location)
    case .true: return PlainValue(.bool(true), at: location)
    case .false: return PlainValue(.bool(false), at: location)
    case .number: return tree.integer(of: node).map { PlainValue(.integer($0), at: location) }
    case .array(let list):
      let items = tree.nodes(in: list).map { value(of: $0, depth: depth + 1) }
      return items.contains { $0 == nil } ? nil : PlainValue(.array(items.compactMap { $0 }), at: location)
    case .hash(let list), .keywords(let list):
      let entries = tree.nodes(in: list).map { entry($0, depth: depth + 1) }
      return entries.contains { $0 == nil } ? nil : PlainValue(.hash(entries.compactMap { $0 }), at: location)
    default: return nil
    }
  }

  private func entry(_ node: RubyNode, depth: Int) -> PlainValue.Entry? {
    guard case .pair(let key, let value) = tree.shape(of: node), let name = self.value(of: key, depth: depth),
      let text = name.locatedString, let value = self.value(of: value, depth: depth)
    else { return nil }
    return PlainValue.Entry(text, value)
  }

  /// The place inside the quotes of a literal.
  private func contentLocation(of node: RubyNode) -> Location {
    guard case .string(let parts) = tree.shape(of: node), let first = tree.nodes(in: parts).first,
      let last = tree.nodes(in: parts).last
    else { return tree.location(of: node) }
    return tree.text.location(of: tree.range(of: first).union(tree.range(of: last)))
  }
}
