import RubySyntax
import Source

extension RubyRecords {
  mutating func operators(_ top: RubyNode) {
    lines.append("nest " + (nest(of: top) ?? "_"))
    var open = [top]
    while let inner = open.popLast() {
      for child in tree.children(of: inner) {
        if case .number = tree.shape(of: child) {
          number(child)
        } else if nest(of: child) != nil {
          open.append(child)
        } else {
          walk(child)
        }
      }
    }
  }

  /// The nest of operators that a node begins; nil for other nodes.
  func nest(of node: RubyNode) -> String? {
    let part = { (child: RubyNode?) in child.map { nest(of: $0) ?? "_" } ?? "" }
    switch tree.shape(of: node) {
    case .and(let left, let right): return "(\(part(left))&&\(part(right)))"
    case .or(let left, let right): return "(\(part(left))||\(part(right)))"
    case .not(let inner): return "!" + part(inner)
    case .conditional(let choice) where choice.form == .ternary:
      return "(\(part(choice.condition))?\(part(choice.body)):\(part(choice.otherwise)))"
    case .range(let range):
      return "(\(part(range.low))\(range.isExclusive ? "..." : "..")\(part(range.high)))"
    case .call(let call):
      let name = tree.spelling(of: call.selector)
      if call.form == .prefix { return name + part(call.receiver) }
      guard call.form == .infix else { return nil }
      return "(\(part(call.receiver))\(name)\(part(tree.nodes(in: call.arguments).first)))"
    case .number: return tree.source(of: node).hasPrefix("-") ? "-@_" : nil
    default: return nil
    }
  }

  /// The name that the records have for a construct.
  func construct(_ node: RubyNode) -> String? {
    switch tree.shape(of: node) {
    case .conditional(let choice):
      (choice.isNegated ? "unless" : "if") + (choice.form == .modifier ? "_mod" : "")
    case .loop(let loop): (loop.isNegated ? "until" : "while") + (isModifier(node, loop) ? "_mod" : "")
    case .choice: "case"
    case .arm: "when"
    case .each: "for"
    case .begin: "begin"
    case .rescue: "rescue"
    case .body(let body): body.ensure == nil ? nil : "ensure"
    case .rescueModifier: "rescue_mod"
    case .jump(let jump, _): jumpNames[jump]
    case .singletonClass: "sclass"
    case .classDefinition: "class"
    case .module: "module"
    case .alias(let new, _): if case .globalVariable = tree.shape(of: new) { nil } else { "alias" }
    case .undef: "undef"
    case .defined: "defined"
    case .multipleAssignment: "massign"
    case .operatorAssignment: "opassign"
    case .assignment: "assign"
    case .hash: "hash"
    case .hook(let hook, _): hook == .begin ? "BEGIN" : "END"
    default: nil
    }
  }

  private func isModifier(_ node: RubyNode, _ loop: RubyLoop) -> Bool {
    tree.range(of: loop.body).start < tree.range(of: loop.condition).start
  }

  private var jumpNames: [RubyJump: String] {
    [.giveBack: "return", .leave: "break", .next: "next", .redo: "redo", .retry: "retry"]
  }
}
