extension RubyTree {
  /// Appends the nodes that a node is made of: for whoever goes through a whole tree.
  func append(childrenOf node: RubyNode, to nodes: inout [RubyNode]) {
    switch shape(of: node) {
    case .error, .nil, .true, .false, .self, .fileName, .lineNumber, .encoding, .number, .text, .symbol,
      .local, .instanceVariable, .classVariable, .globalVariable, .constant, .rootConstant,
      .forwardedArguments, .templateText:
      return
    case .string(let list), .array(let list), .hash(let list), .keywords(let list), .statements(let list):
      for node in self.nodes(in: list) { nodes.append(node) }
    case .templateOutput(let inner), .interpolation(let inner): nodes.append(inner)
    case .pair(let left, let right), .assignment(let left, let right):
      nodes.append(left)
      nodes.append(right)
    case .block(let block), .lambda(let block):
      if let parameters = block.parameters { nodes.append(parameters) }
      nodes.append(block.body)
    default: nodes += children(of: node)
    }
  }

  /// The nodes that a node is made of, in the order of the text but for modifiers, whose condition comes first.
  package func children(of node: RubyNode) -> [RubyNode] {
    switch shape(of: node) {
    case .error, .nil, .true, .false, .self, .fileName, .lineNumber, .encoding, .number, .text, .symbol,
      .local,
      .instanceVariable, .classVariable, .globalVariable, .constant, .rootConstant, .forwardedArguments,
      .templateText:
      []
    case .interpolation(let inner), .doubleSplat(let inner), .scopedConstant(let inner, _), .not(let inner),
      .defined(let inner), .begin(let inner), .hook(_, let inner), .templateOutput(let inner):
      [inner]
    case .splat(let inner), .blockArgument(let inner): inner.map { [$0] } ?? []
    case .string(let list), .shell(let list), .dynamicSymbol(let list), .regularExpression(let list, _),
      .array(let list), .hash(let list), .keywords(let list), .targets(let list), .undef(let list),
      .statements(let list), .jump(_, let list), .parameters(let list):
      Array(nodes(in: list))
    case .pair(let left, let right), .and(let left, let right), .or(let left, let right),
      .assignment(let left, let right), .operatorAssignment(let left, _, let right),
      .multipleAssignment(let left, let right), .alias(let left, let right),
      .rescueModifier(let left, let right),
      .module(let left, let right), .singletonClass(let left, let right):
      [left, right]
    default: childrenOfConstruct(node)
    }
  }

  private func childrenOfConstruct(_ node: RubyNode) -> [RubyNode] {
    switch shape(of: node) {
    case .range(let range): all(range.low, range.high)
    case .lambda(let block), .block(let block): all(block.parameters, block.body)
    case .call(let call): all(call.receiver) + nodes(in: call.arguments) + all(call.block)
    case .superCall(let arguments, let block): nodes(in: arguments.list) + all(block)
    case .yield(let arguments): Array(nodes(in: arguments.list))
    case .body(let body): [body.statements] + nodes(in: body.rescues) + all(body.otherwise, body.ensure)
    case .rescue(let rescue): nodes(in: rescue.classes) + all(rescue.variable, rescue.statements)
    case .conditional(let choice): all(choice.condition, choice.body, choice.otherwise)
    case .loop(let loop): [loop.condition, loop.body]
    case .each(let target, let list, let body): [target, list, body]
    case .choice(let choice): all(choice.subject) + nodes(in: choice.arms) + all(choice.otherwise)
    case .arm(let values, let body): nodes(in: values) + [body]
    case .method(let method): all(method.owner, method.parameters, method.body)
    case .classDefinition(let definition): all(definition.path, definition.parent, definition.body)
    case .parameter(let parameter): all(parameter.value)
    default: []
    }
  }

  private func all(_ nodes: RubyNode?...) -> [RubyNode] { nodes.compactMap { $0 } }
}
