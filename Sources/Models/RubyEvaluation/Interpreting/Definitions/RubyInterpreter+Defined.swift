import RubySyntax

extension RubyInterpreter {
  /// `defined?(…)`.
  func definition(of node: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    let place = place(node, frame)
    func answer(_ text: String) -> RubyValue { .string(born(RubyString(Array(text.utf8), at: place))) }
    switch frame.program.tree.shape(of: node) {
    case .statements(let list) where list.count == 1:
      for inner in frame.program.tree.nodes(in: list) { return try definition(of: inner, frame) }
      return .nil
    case .begin(let inner): return try definition(of: inner, frame)
    case .nil, .true, .false, .self: return answer("expression")
    case .local: return answer("local-variable")
    case .assignment, .operatorAssignment, .multipleAssignment: return answer("assignment")
    case .instanceVariable(let word):
      if case .unknown(let doubt) = frame.receiver { return .unknown(doubt) }
      let name = frame.program.symbol(word.name, self)
      let value = (frame.receiver.heap as? RubyObject)?.variable(name)
      return value == nil ? .nil : answer("instance-variable")
    case .classVariable(let word):
      return classVariable(frame.program.symbol(word.name, self), frame) == nil
        ? .nil : answer("class variable")
    case .globalVariable(let word):
      return globals.values[frame.program.symbol(word.name, self)] == nil ? .nil : answer("global-variable")
    case .yield: return frame.home.arguments.block == nil ? .nil : answer("yield")
    case .superCall:
      return definedSuper(frame).map { $0 ? answer("super") : .nil }
        ?? unknown("the class is not all known", node, frame)
    case .constant, .rootConstant, .scopedConstant:
      return try definedConstant(node, frame).map { $0 ? answer("constant") : .nil }
        ?? unknown("whether it is defined cannot be told", node, frame)
    case .call(let call):
      return try definedCall(call, node, frame).map { $0 ? answer("method") : .nil }
        ?? unknown("whether it is defined cannot be told", node, frame)
    default: return answer("expression")
    }
  }

  private func definedSuper(_ frame: Frame) -> Bool? {
    guard let entry = frame.home.method else { return false }
    let module = module(of: frame.receiver)
    let order = ancestors(of: module)
    guard let position = order.firstIndex(where: { $0 === entry.owner }) else { return false }
    if order[(position + 1)...].contains(where: { $0.methods[entry.name] != nil }) { return true }
    return doubt(of: module) == nil ? false : nil
  }

  private func definedConstant(_ node: RubyNode, _ frame: Frame) throws(Unwinding) -> Bool? {
    try quietly { () throws(Unwinding) in
      try evaluate(node, frame).doubt == nil ? true : nil
    }
  }

  /// Runs what may raise; false where it does.
  private func quietly(_ body: () throws(Unwinding) -> Bool?) throws(Unwinding) -> Bool? {
    do throws(Unwinding) {
      return try body()
    } catch {
      let departure = takeDeparture()
      if case .raise = departure { return false }
      throw unwind(departure)
    }
  }

  private func definedCall(
    _ call: RubyCall, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> Bool? {
    let name = frame.program.symbol(call.selector.name, self)
    let place = place(node, frame)
    var receiver = frame.receiver
    if let inner = call.receiver {
      let isThere = try quietly { () throws(Unwinding) in
        receiver = try evaluate(inner, frame).settled
        return true
      }
      if isThere != true { return isThere }
    }
    if receiver.doubt != nil { return nil }
    let asked = CoreCall(
      self, receiver, name, [.symbol(name), .boolean(call.receiver == nil)], hasKeywords: false, block: nil,
      at: place)
    return try responds(receiver, to: name, asked)
  }
}
