extension RubyTree {
  /// Whether whoever runs some statements comes to a node in them whatever the values are: nothing before it decides,
  /// returns, raises or runs a block.
  package func surelyReaches(_ node: RubyNode, in statements: RubyNode) -> Bool {
    guard case .statements(let list) = shape(of: statements) else {
      return reach(of: node, in: statements) == .met
    }
    for statement in nodes(in: list) {
      switch reach(of: node, in: statement) {
      case .met: return true
      case .past: continue
      case .unsure: return false
      }
    }
    return false
  }

  private enum Reach { case met, past, unsure }

  /// What a look through an expression in the order in which it is evaluated comes to first.
  private func reach(of node: RubyNode, in expression: RubyNode) -> Reach {
    let inner: [RubyNode]
    switch shape(of: expression) {
    case .nil, .true, .false, .self, .fileName, .lineNumber, .number, .text, .symbol, .local,
      .instanceVariable,
      .globalVariable, .constant, .rootConstant:
      inner = []
    case .interpolation, .string, .dynamicSymbol, .array, .hash, .keywords, .pair, .not, .range, .statements:
      inner = children(of: expression)
    case .assignment(_, let value): inner = [value]
    case .jump(.giveBack, let values): inner = Array(nodes(in: values))
    case .and(let left, _), .or(let left, _): inner = [left]
    case .conditional(let choice): inner = [choice.condition]
    case .call(let call): inner = (call.receiver.map { [$0] } ?? []) + nodes(in: call.arguments)
    default: return .unsure
    }
    for child in inner {
      switch reach(of: node, in: child) {
      case .met: return .met
      case .past: continue
      case .unsure: return .unsure
      }
    }
    if expression == node { return .met }
    return isPlain(expression) ? .past : .unsure
  }

  /// Whether evaluation surely goes on behind an expression.
  private func isPlain(_ expression: RubyNode) -> Bool {
    switch shape(of: expression) {
    case .and, .or, .conditional, .jump: false
    case .call(let call):
      call.block == nil && !Self.leaving.contains(spelling(of: call.selector)) && call.access != .safe
    default: true
    }
  }

  private static let leaving: Set<String> = ["raise", "fail", "throw", "exit", "exit!", "abort", "return"]
}
