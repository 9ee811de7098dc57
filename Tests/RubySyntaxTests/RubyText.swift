import RubySyntax
import Source

/// A Ruby text of a test, parsed from a file of its own.
struct RubyText {
  let file: SourceFile
  let tree: RubyTree

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    file = SourceFile(FileID("recipe.rb"), bytes: bytes)
    tree = RubyTree.parse(DerivedText(file))
  }

  /// Every node that can be reached, from the root down.
  var nodes: [RubyNode] {
    var found: [RubyNode] = []
    var open = [tree.root]
    while let node = open.popLast() {
      found.append(node)
      open += tree.children(of: node).reversed()
    }
    return found
  }

  /// The calls by name, in order of the text.
  var calls: [String] {
    nodes.compactMap { node in
      guard case .call(let call) = tree.shape(of: node), call.form != .infix, call.form != .prefix else {
        return nil
      }
      return tree.spelling(of: call.selector)
    }
  }

  /// The statements of the top level.
  var statements: [RubyNode] {
    guard case .statements(let list) = tree.shape(of: tree.root) else { return [] }
    return Array(tree.nodes(in: list))
  }

  /// The strings that are the same in every run.
  var strings: [String] {
    nodes.compactMap { node in
      guard case .string = tree.shape(of: node) else { return nil }
      return tree.constantText(of: node)
    }
  }

  /// The faults as `line:column sentence`.
  var faults: [String] {
    tree.faults.map { fault in
      let place = file.position(at: fault.location.range.start)
      return "\(place.line):\(place.column) \(fault.message)"
    }
  }

  /// What stands at a node.
  func source(_ node: RubyNode) -> String { tree.source(of: node) }
}
