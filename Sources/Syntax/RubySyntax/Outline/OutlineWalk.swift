/// One walk over a tree that notes calls and constants.
struct OutlineWalk {
  private struct Visit {
    let node: RubyNode
    let enclosing: Int?
    let isConditional: Bool
    /// Whether a `return` leaves something smaller than the text.
    let isInMethod: Bool
  }

  private let tree: RubyTree
  private let deferring: Set<String>
  private var open: [Visit] = []
  /// Whether a `return` was met that leaves the text.
  private var mayHaveLeft = false

  private(set) var calls: [RubyOutline.Item] = []
  private(set) var constants: [RubyOutline.Item] = []
  private(set) var choices: [RubyChoice] = []
  private(set) var bindings: [(target: RubyNode, value: RubyNode)] = []
  private(set) var definitions: Set<String> = []
  /// Where the calls of each method stand, by the index of its name.
  private var placesByName: [[Int]?]
  /// The names of the methods that are called, in the order of their first calls.
  private var called: [RubyName] = []
  /// Children of the node that is looked at.
  private var children: [RubyNode] = []

  init(_ tree: RubyTree, deferring names: Set<String>) {
    self.tree = tree
    deferring = names
    placesByName = [[Int]?](repeating: nil, count: tree.nameCount)
  }

  /// Where the calls of each method stand in `calls`.
  var places: [String: [Int]] {
    var places = [String: [Int]](minimumCapacity: called.count)
    for name in called { places[tree.spelling(of: name)] = placesByName[Int(name.index)] }
    return places
  }

  mutating func run() {
    open = [Visit(node: tree.root, enclosing: nil, isConditional: false, isInMethod: false)]
    while let visit = open.popLast() { take(visit) }
  }

  private mutating func take(_ visit: Visit) {
    let node = visit.node
    switch tree.shape(of: node) {
    case .call(let call): take(call, visit)
    case .constant, .rootConstant, .scopedConstant:
      constants.append(item(visit))
      guard tree.constantPath(of: node) == nil else { return }
      pushChildren(of: visit)
    case .assignment(let target, let value), .pair(let target, let value):
      bind(target, value)
      pushChildren(of: visit)
    case .conditional(let choice):
      push(others: [choice.condition], sometimes: [choice.body, choice.otherwise], visit)
    case .loop(let loop): push(others: [loop.condition], sometimes: [loop.body], visit)
    case .each(let target, let list, let body): push(others: [target, list], sometimes: [body], visit)
    case .choice(let choice):
      choices.append(choice)
      push(
        others: [choice.subject], sometimes: Array(tree.nodes(in: choice.arms)) + [choice.otherwise], visit)
    case .and(let left, let right), .or(let left, let right):
      push(others: [left], sometimes: [right], visit)
    case .rescueModifier(let left, let right): push(others: [], sometimes: [left, right], visit)
    case .operatorAssignment(let target, _, let value):
      push(others: [target], sometimes: [value], visit)
    case .body(let body) where !body.rescues.isEmpty:
      push(
        others: [],
        sometimes: [body.statements] + Array(tree.nodes(in: body.rescues)) + [body.otherwise, body.ensure],
        visit)
    case .method(let method):
      definitions.insert(tree.spelling(of: method.name))
      pushChildren(of: visit, isConditional: true, isInMethod: true)
    case .lambda: pushChildren(of: visit, isConditional: true, isInMethod: true)
    case .jump(.giveBack, _):
      if !visit.isInMethod { mayHaveLeft = true }
      pushChildren(of: visit)
    default: pushChildren(of: visit)
    }
  }

  private mutating func take(_ call: RubyCall, _ visit: Visit) {
    let place = calls.count
    calls.append(item(visit))
    note(call.selector.name, at: place)
    if call.arguments.count == 1, let value = tree.nodes(in: call.arguments).first,
      call.form == .command || call.form == .parenthesised
    {
      bind(visit.node, value)
    }
    // A block of a resource runs where it stands; one that is given to a receiver runs as often as that likes.
    if let block = call.block {
      let isKept =
        call.receiver != nil || call.arguments.isEmpty
        || deferring.contains(tree.spelling(of: call.selector))
      open.append(
        Visit(
          node: block, enclosing: place, isConditional: visit.isConditional || isKept,
          isInMethod: visit.isInMethod || isKept))
    }
    for node in tree.nodes(in: call.arguments).reversed() { push(node, visit) }
    if let receiver = call.receiver { push(receiver, visit) }
  }

  private mutating func note(_ name: RubyName, at place: Int) {
    let index = Int(name.index)
    if placesByName[index] == nil {
      called.append(name)
      placesByName[index] = [place]
    } else {
      placesByName[index]?.append(place)
    }
  }

  private mutating func bind(_ target: RubyNode, _ value: RubyNode) {
    if case .string = tree.shape(of: value) { bindings.append((target, value)) }
  }

  private func item(_ visit: Visit) -> RubyOutline.Item {
    RubyOutline.Item(
      node: visit.node, enclosing: visit.enclosing, isConditional: visit.isConditional || mayHaveLeft)
  }

  private mutating func push(others: [RubyNode?], sometimes: [RubyNode?], _ visit: Visit) {
    push(sometimes.compactMap { $0 }, visit, isConditional: true, isInMethod: visit.isInMethod)
    push(others.compactMap { $0 }, visit)
  }

  private mutating func push(_ nodes: [RubyNode], _ visit: Visit) {
    push(nodes, visit, isConditional: visit.isConditional, isInMethod: visit.isInMethod)
  }

  private mutating func push(_ node: RubyNode, _ visit: Visit) {
    open.append(
      Visit(
        node: node, enclosing: visit.enclosing, isConditional: visit.isConditional,
        isInMethod: visit.isInMethod))
  }

  private mutating func pushChildren(of visit: Visit) {
    children.removeLast(children.count)
    tree.append(childrenOf: visit.node, to: &children)
    for node in children.reversed() { push(node, visit) }
  }

  private mutating func pushChildren(of visit: Visit, isConditional: Bool, isInMethod: Bool) {
    push(tree.children(of: visit.node), visit, isConditional: isConditional, isInMethod: isInMethod)
  }

  /// The last pushed is the next that is taken.
  private mutating func push(_ nodes: [RubyNode], _ visit: Visit, isConditional: Bool, isInMethod: Bool) {
    for node in nodes.reversed() {
      open.append(
        Visit(node: node, enclosing: visit.enclosing, isConditional: isConditional, isInMethod: isInMethod))
    }
  }
}
