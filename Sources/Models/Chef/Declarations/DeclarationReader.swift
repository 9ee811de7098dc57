import Diagnostics
import RubySyntax
import Source

/// Follows a Ruby file that only declares: calls with literal values, blocks over literal lists, branches.
struct DeclarationReader {
  private let tree: RubyTree
  private var result = Declarations()
  private var variables: [String: PlainValue] = [:]
  private var certainty = ChefFault.Certainty.sure
  private var stepsLeft = 10_000
  private var blockDepth = 0
  private let opensBlocks: Bool

  /// What a file declares; the blocks of calls are read too where `opensBlocks` says so.
  static func read(_ file: SourceFile, opensBlocks: Bool = false) -> Declarations {
    var reader = DeclarationReader(tree: RubyTree.parse(DerivedText(file)), opensBlocks: opensBlocks)
    if let fault = ChefFault(syntaxOf: reader.tree) {
      reader.result.faults.append(fault)
      return reader.result
    }
    reader.run(reader.tree.root, depth: 0)
    return reader.result
  }

  private init(tree: RubyTree, opensBlocks: Bool) {
    self.tree = tree
    self.opensBlocks = opensBlocks
  }

  private mutating func run(_ node: RubyNode, depth: Int) {
    stepsLeft -= 1
    guard depth < 100, stepsLeft > 0 else { return }
    switch tree.shape(of: node) {
    case .statements(let list): for node in tree.nodes(in: list) { run(node, depth: depth + 1) }
    case .begin(let inner): run(inner, depth: depth + 1)
    case .body(let body): run(body.statements, depth: depth + 1)
    case .rescueModifier(let inner, _): run(inner, depth: depth + 1)
    case .conditional(let branches): run(branches, depth: depth)
    case .assignment(let target, let value):
      if case .local(let word) = tree.shape(of: target) {
        variables[tree.spelling(of: word)] = self.value(of: value, depth: depth + 1)
      }
    case .call(let call): run(call, node, depth: depth)
    default: return
    }
  }

  private mutating func run(_ branches: RubyConditional, depth: Int) {
    if let isTrue = truth(of: branches.condition) {
      let taken = isTrue != branches.isNegated ? branches.body : branches.otherwise
      if let taken { run(taken, depth: depth + 1) }
      return
    }
    let outer = certainty
    certainty = .maybe
    run(branches.body, depth: depth + 1)
    if let otherwise = branches.otherwise { run(otherwise, depth: depth + 1) }
    certainty = outer
  }

  /// `respond_to?(:x)` holds: the client is new enough, or the call is ignored.
  private func truth(of condition: RubyNode) -> Bool? {
    switch tree.shape(of: condition) {
    case .true: true
    case .false, .nil: false
    case .not(let inner): truth(of: inner).map { !$0 }
    case .defined: true
    case .call(let call) where tree.spelling(of: call.selector) == "respond_to?": true
    default: nil
    }
  }

  private mutating func run(_ call: RubyCall, _ node: RubyNode, depth: Int) {
    let name = tree.spelling(of: call.selector)
    if let receiver = call.receiver {
      if name == "each", let block = call.block { each(receiver, block, depth: depth + 1) }
      return
    }
    let values = tree.nodes(in: call.arguments).map { value(of: $0, depth: depth + 1) }
    result.calls.append(
      Declaration(
        name: Located(name, at: tree.location(of: call.selector)), arguments: values,
        location: tree.location(of: node), certainty: certainty, hasBlock: call.block != nil,
        isInBlock: blockDepth > 0))
    if opensBlocks, case .block(let block)? = call.block.map(tree.shape) {
      blockDepth += 1
      run(block.body, depth: depth + 1)
      blockDepth -= 1
    }
  }

  private mutating func each(_ receiver: RubyNode, _ node: RubyNode, depth: Int) {
    guard case .block(let block) = tree.shape(of: node) else { return }
    let names = parameters(of: block)
    for item in elements(of: value(of: receiver, depth: depth)) {
      let parts = names.count > 1 ? item.items : [item]
      for (index, name) in names.enumerated() where index < parts.count { variables[name] = parts[index] }
      run(block.body, depth: depth)
    }
  }

  private func elements(of value: PlainValue) -> [PlainValue] {
    switch value.content {
    case .array(let items): items
    case .hash(let entries):
      entries.map {
        PlainValue(
          .array([PlainValue(.string($0.key.value), at: $0.key.location), $0.value]), at: $0.key.location)
      }
    default: []
    }
  }

  private func parameters(of block: RubyBlock) -> [String] {
    guard let node = block.parameters, case .parameters(let list) = tree.shape(of: node) else { return [] }
    return tree.nodes(in: list).compactMap { node in
      guard case .parameter(let parameter) = tree.shape(of: node), let name = parameter.name else {
        return nil
      }
      return tree.spelling(of: name)
    }
  }

  private func value(of node: RubyNode, depth: Int) -> PlainValue {
    let location = tree.location(of: node)
    let unknown = PlainValue(
      .unknown(UnknownReason("it is not written as a plain value", at: location)), at: location)
    guard depth < 100 else { return unknown }
    if let text = tree.constantText(of: node) {
      return PlainValue(.string(text), at: contentLocation(of: node))
    }
    switch tree.shape(of: node) {
    case .nil: return PlainValue(.null, at: location)
    case .true: return PlainValue(.bool(true), at: location)
    case .false: return PlainValue(.bool(false), at: location)
    case .number(let kind):
      if let integer = tree.integer(of: node) { return PlainValue(.integer(integer), at: location) }
      return kind == .float ? PlainValue(.float(Double(tree.source(of: node)) ?? 0), at: location) : unknown
    case .array(let list): return PlainValue(.array(values(in: list, depth: depth + 1)), at: location)
    case .hash(let list), .keywords(let list):
      return PlainValue(.hash(entries(in: list, depth: depth + 1)), at: location)
    case .local(let word): return variables[tree.spelling(of: word)] ?? unknown
    case .string(let parts):
      return interpolated(parts, at: contentLocation(of: node), depth: depth) ?? unknown
    case .call(let call) where call.receiver != nil && tree.spelling(of: call.selector) == "freeze":
      return call.receiver.map { value(of: $0, depth: depth + 1) } ?? unknown
    default: return unknown
    }
  }

  private func values(in list: RubyList, depth: Int) -> [PlainValue] {
    tree.nodes(in: list).flatMap { node in
      if case .splat(let inner?) = tree.shape(of: node) {
        let value = value(of: inner, depth: depth)
        return value.items.isEmpty ? [value] : value.items
      }
      return [value(of: node, depth: depth)]
    }
  }

  private func entries(in list: RubyList, depth: Int) -> [PlainValue.Entry] {
    tree.nodes(in: list).compactMap { node in
      guard case .pair(let key, let value) = tree.shape(of: node) else { return nil }
      let name = self.value(of: key, depth: depth)
      return name.string.map { .init(Located($0, at: name.location), self.value(of: value, depth: depth)) }
    }
  }

  private func interpolated(_ parts: RubyList, at location: Location, depth: Int) -> PlainValue? {
    var text = ""
    for part in tree.nodes(in: parts) {
      if let piece = tree.constantText(of: part) {
        text += piece
      } else if case .interpolation(let inner) = tree.shape(of: part), let piece = single(inner, depth: depth)
      {
        text += piece
      } else {
        return nil
      }
    }
    return PlainValue(.string(text), at: location)
  }

  private func single(_ node: RubyNode, depth: Int) -> String? {
    guard case .statements(let list) = tree.shape(of: node), let inner = tree.nodes(in: list).first else {
      return value(of: node, depth: depth + 1).string
    }
    return value(of: inner, depth: depth + 1).string
  }

  /// The place inside the quotes of a literal.
  private func contentLocation(of node: RubyNode) -> Location {
    guard case .string(let parts) = tree.shape(of: node), let first = tree.nodes(in: parts).first,
      let last = tree.nodes(in: parts).last
    else { return tree.location(of: node) }
    return tree.text.location(of: tree.range(of: first).union(tree.range(of: last)))
  }
}
