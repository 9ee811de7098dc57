import RubySyntax

/// An expression that reads an attribute of the node by keys that are written out: `node['app']['port']`.
struct AttributeRead {
  let keys: [String]
  /// Where the last key stands.
  let lastKey: RubyNode

  private static let depthLimit = 64

  init?(_ expression: RubyNode, in tree: RubyTree) {
    var keys: [String] = []
    var lastKey: RubyNode?
    var node = expression
    while keys.count < Self.depthLimit, case .call(let call) = tree.shape(of: node) {
      guard let receiver = call.receiver else {
        guard let lastKey, call.arguments.isEmpty, tree.spelling(of: call.selector) == "node" else {
          return nil
        }
        self.keys = keys.reversed()
        self.lastKey = lastKey
        return
      }
      let arguments = tree.nodes(in: call.arguments)
      guard call.form == .index, arguments.count == 1, let argument = arguments.first,
        let key = tree.constantText(of: argument)
      else { return nil }
      keys.append(key)
      lastKey = lastKey ?? argument
      node = receiver
    }
    return nil
  }
}
