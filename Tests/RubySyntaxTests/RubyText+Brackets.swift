import RubySyntax

extension RubyText {
  /// A value with brackets around each of its operators.
  func bracketed(_ node: RubyNode) -> String {
    switch tree.shape(of: node) {
    case .and(let left, let right): return "(\(bracketed(left)) && \(bracketed(right)))"
    case .or(let left, let right): return "(\(bracketed(left)) || \(bracketed(right)))"
    case .not(let inner): return "(!\(bracketed(inner)))"
    case .conditional(let choice):
      let other = choice.otherwise.map { bracketed($0) } ?? ""
      return "(\(bracketed(choice.condition)) ? \(bracketed(choice.body)) : \(other))"
    case .defined: return "(\(source(node)))"
    case .call(let call):
      guard let receiver = call.receiver else { return tree.spelling(of: call.selector) }
      let name = tree.spelling(of: call.selector)
      switch call.form {
      case .prefix: return "(\(name.prefix(1))\(bracketed(receiver)))"
      case .infix:
        return
          "(\(bracketed(receiver)) \(name) \(tree.nodes(in: call.arguments).map { bracketed($0) }.joined()))"
      default: return "\(bracketed(receiver)).\(name)()"
      }
    default: return source(node)
    }
  }
}
