import RubySyntax

extension RubyInterpreter {
  /// The value of a node.
  func evaluate(_ node: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    budget.steps -= 1
    if budget.steps < 0 {
      throw exhausted("the run takes too many steps", at: RubyPlace(frame.program, node))
    }
    if budget.isDeep { return try tooDeep(at: RubyPlace(frame.program, node)) }
    let program = frame.program
    let shape = program.tree.shape(of: node)
    switch shape {
    case .statements(let list):
      var result = RubyValue.nil
      for statement in program.tree.nodes(in: list) { result = try evaluate(statement, frame) }
      return result
    case .nil: return .nil
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .self: return frame.receiver
    case .local(let word): return local(word, frame)
    case .symbol(let word): return .symbol(frame.program.symbol(word.name, self))
    case .string(let parts): return try string(node, parts, frame)
    case .call(let call): return try evaluateCall(node, call, frame)
    case .conditional(let choice): return try evaluate(choice, node, frame)
    default: return try evaluateRest(node, shape, frame)
    }
  }

  private func evaluateRest(
    _ node: RubyNode, _ shape: RubyShape, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    switch shape {
    case .error: return unknown("the text could not be read", node, frame)
    case .number(let number): return self.number(number, node, frame)
    case .text, .interpolation, .shell, .dynamicSymbol, .regularExpression, .array, .hash, .keywords, .pair,
      .range, .lambda, .fileName, .lineNumber, .encoding, .templateText, .templateOutput:
      return try literal(node, shape, frame)
    case .instanceVariable, .classVariable, .globalVariable, .constant, .scopedConstant, .rootConstant:
      return try variable(node, shape, frame)
    case .assignment, .operatorAssignment, .multipleAssignment:
      return try assignment(node, shape, frame)
    case .method, .classDefinition, .module, .singletonClass, .alias, .undef:
      return try definition(node, shape, frame)
    default: return try control(node, shape, frame)
    }
  }

  private func control(
    _ node: RubyNode, _ shape: RubyShape, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    switch shape {
    case .not(let inner): return try negation(of: inner, frame)
    case .and(let left, let right): return try junction(left, right, continuesIf: true, frame)
    case .or(let left, let right): return try junction(left, right, continuesIf: false, frame)
    case .begin(let inner): return try evaluate(inner, frame)
    case .body(let body): return try evaluate(body, node, frame)
    case .rescueModifier(let body, let otherwise): return try rescueModifier(body, otherwise, node, frame)
    case .loop(let loop): return try evaluate(loop, node, frame)
    case .each(let target, let list, let body): return try forLoop(target, list, body, node, frame)
    case .choice(let choice): return try evaluate(choice, node, frame)
    case .jump(let jump, let values): return try leave(jump, values, node, frame)
    case .superCall(let arguments, let block): return try superCall(arguments, block, node, frame)
    case .yield(let arguments): return try yield(arguments, node, frame)
    case .defined(let inner): return try definition(of: inner, frame)
    case .hook(.begin, let inner): return try evaluate(inner, frame)
    case .splat(let inner?):
      return .array(born(RubyArray(try spread(evaluate(inner, frame), node, frame) ?? [])))
    case .block(let block): return try evaluate(block.body, frame)
    default: return .nil
    }
  }

  func place(_ node: RubyNode, _ frame: Frame) -> RubyPlace { RubyPlace(frame.program, node) }

  func unknown(_ reason: String, _ node: RubyNode, _ frame: Frame) -> RubyValue {
    .unknown(RubyUnknown(reason, at: RubyPlace(frame.program, node)))
  }

  private func local(_ word: RubyWord, _ frame: Frame) -> RubyValue {
    let name = frame.program.symbol(word.name, self)
    if let value = frame.local(name) { return value.settled }
    return numberedParameter(spelling(of: name), frame)
  }

  /// `_1` to `_9`.
  private func numberedParameter(_ name: String, _ frame: Frame) -> RubyValue {
    guard name.utf8.count == 2, name.utf8.first == UInt8(ascii: "_"), let digit = name.utf8.last,
      digit >= UInt8(ascii: "1"), digit <= UInt8(ascii: "9")
    else { return .nil }
    let values = frame.arguments.values
    let position = Int(digit - UInt8(ascii: "1"))
    if position == 0, values.count == 1 { return values[0] }
    if values.count == 1, case .array(let array) = values[0] {
      return position < array.elements.count ? array.elements[position] : .nil
    }
    if let doubt = values.first?.doubt { return .unknown(doubt) }
    return position < values.count ? values[position] : .nil
  }
}
