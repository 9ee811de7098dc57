import Source

/// The calls and constants of a Ruby text in their order, each with where it stands: what a look at single statements
/// needs, made in one walk. A class, since it is handed around a lot and never changes.
package final class RubyOutline: Sendable {
  /// A call, or a constant, and what stands around it.
  package struct Item: Sendable {
    package let node: RubyNode
    /// Where the call stands in `calls` in whose block the item is, innermost.
    package let enclosing: Int?
    /// Whether the text may be run without it: it stands in a branch, a loop, a method, a block that is kept for
    /// later, behind a `return`, or where an error is caught.
    package let isConditional: Bool
  }

  package let tree: RubyTree
  package let calls: [Item]
  /// Each as a whole path: `Chef::REST` once, not `Chef` again.
  package let constants: [Item]
  /// Every text that is written down for a name: assigned, the value of a pair, the only argument of a call.
  package let bindings: [(target: RubyNode, value: RubyNode)]
  /// The names of the methods that the text defines.
  package let definitions: Set<String>
  /// Every `case`.
  package let choices: [RubyChoice]
  private let places: [String: [Int]]
  /// A bit for each method that is called, by its length and first letter: rules ask for many that are not.
  private let spellings: UInt64

  /// Walks a tree; a block whose call has one of the names is kept for later.
  package init(_ tree: RubyTree, deferring names: Set<String>) {
    var walk = OutlineWalk(tree, deferring: names)
    walk.run()
    self.tree = tree
    calls = walk.calls
    constants = walk.constants
    choices = walk.choices
    bindings = walk.bindings
    definitions = walk.definitions
    places = walk.places
    spellings = places.keys.reduce(0) { $0 | Self.bit(of: $1) }
  }

  /// Where the calls of a method stand in `calls`.
  package func places(of method: String) -> [Int] {
    spellings & Self.bit(of: method) == 0 ? [] : places[method] ?? []
  }

  /// Where the calls of a method stand whose innermost block is that of the call at a place.
  package func places(of method: String, inBlockAt place: Int) -> [Int] {
    let places = places(of: method)
    let end = tree.range(of: calls[place].node).end
    // What a call holds comes next to it.
    var (next, past) = (0, places.count)
    while next < past {
      let middle = (next + past) / 2
      if places[middle] <= place { next = middle + 1 } else { past = middle }
    }
    return places[next...].prefix { tree.range(of: calls[$0].node).start < end }.filter {
      calls[$0].enclosing == place
    }
  }

  private static func bit(of method: String) -> UInt64 {
    let text = method.utf8
    return 1 << UInt64((text.count &* 7 &+ Int(text.first ?? 0)) & 63)
  }

  /// The names of all methods that are called, in no order.
  package var methods: Dictionary<String, [Int]>.Keys { places.keys }

  /// The call at a place of `calls`.
  package func call(at place: Int) -> RubyCall? { call(of: calls[place].node) }

  /// The call that a node is.
  package func call(of node: RubyNode) -> RubyCall? {
    if case .call(let call) = tree.shape(of: node) { call } else { nil }
  }

  /// The arguments of the call at a place.
  package func arguments(at place: Int) -> ArraySlice<RubyNode> {
    call(at: place).map { tree.nodes(in: $0.arguments) } ?? []
  }
}

extension RubyTree {
  /// The spelling of a constant with its scopes, `Chef::REST`; nil for other nodes and for scopes that are computed.
  package func constantPath(of node: RubyNode) -> String? {
    switch shape(of: node) {
    case .constant(let word), .rootConstant(let word): return spelling(of: word)
    case .scopedConstant(let scope, let word):
      return constantPath(of: scope).map { $0 + "::" + spelling(of: word) }
    default: return nil
    }
  }
}
