import RubySyntax

extension RubyInterpreter {
  /// `a += b`, `a ||= b`, `a[b] += c`, `a.b &&= c`.
  func operatorAssignment(
    _ target: RubyNode, _ word: RubyWord, _ value: RubyNode, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    if case .call(let call) = frame.program.tree.shape(of: target) {
      return try operatorAssignment(through: call, word, value, node, frame)
    }
    return try combine(
      word, value, node, frame,
      get: { () throws(Unwinding) in try present(target, frame, mayBeAbsent: isLogical(word, frame)) },
      set: { (value: RubyValue) throws(Unwinding) in try assign(value, to: target, frame) })
  }

  private func operatorAssignment(
    through call: RubyCall, _ word: RubyWord, _ value: RubyNode, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    let place = place(node, frame)
    var receiver = frame.receiver
    if let node = call.receiver { receiver = try evaluate(node, frame).settled }
    if call.access == .safe, receiver.isNil { return .nil }
    let arguments = try arguments(call.arguments, block: nil, node, frame)
    let name = frame.program.symbol(call.selector.name, self)
    let setter = call.form == .index ? RubySymbol.known(.setIndex) : symbol(spelling(of: name) + "=")
    let style = style(of: call, frame)
    let target = receiver
    return try combine(
      word, value, node, frame,
      get: { () throws(Unwinding) in try send(target, name, arguments, style, place) },
      set: { (value: RubyValue) throws(Unwinding) in
        var arguments = arguments
        arguments.values.append(value)
        arguments.hasKeywords = false
        _ = try send(target, setter, arguments, style, place)
      })
  }

  private func isLogical(_ word: RubyWord, _ frame: Frame) -> Bool {
    ["||", "&&"].contains(frame.program.tree.spelling(of: word))
  }

  private func combine(
    _ word: RubyWord, _ value: RubyNode, _ node: RubyNode, _ frame: Frame,
    get: () throws(Unwinding) -> RubyValue, set: (RubyValue) throws(Unwinding) -> Void
  ) throws(Unwinding) -> RubyValue {
    let now = try get().settled
    switch frame.program.tree.spelling(of: word) {
    case "||", "&&":
      let isOr = frame.program.tree.spelling(of: word) == "||"
      guard let truth = now.truth else {
        let doubt = now.doubt ?? RubyUnknown("it cannot be told", at: place(node, frame))
        return try either(because: doubt) { () throws(Unwinding) in
          let value = try evaluate(value, frame)
          try set(value)
          return value
        } or: { () throws(Unwinding) in
          now
        }
      }
      if truth == isOr { return now }
      let value = try evaluate(value, frame)
      try set(value)
      return value
    default:
      let name = frame.program.symbol(word.name, self)
      let operand = try evaluate(value, frame)
      let result = try operate(now, name, operand, place(node, frame))
      try set(result)
      return result
    }
  }

  /// The present value of a target; one that was never assigned is nil where that may be.
  private func present(
    _ target: RubyNode, _ frame: Frame, mayBeAbsent: Bool
  ) throws(Unwinding) -> RubyValue {
    guard mayBeAbsent else { return try evaluate(target, frame) }
    switch frame.program.tree.shape(of: target) {
    case .constant(let word):
      return frame.scope.module.constants[frame.program.symbol(word.name, self)] ?? .nil
    case .classVariable(let word):
      return classVariable(frame.program.symbol(word.name, self), frame) ?? .nil
    default: return try evaluate(target, frame)
    }
  }

  /// A binary operator; of two integers without a look-up.
  func operate(
    _ left: RubyValue, _ name: RubySymbol, _ right: RubyValue, _ place: RubyPlace
  ) throws(Unwinding) -> RubyValue {
    if case .integer(let a) = left, case .integer(let b) = right, let result = arithmetic(a, name, b) {
      return result
    }
    return try send(left, name, CallArguments(values: [right.settled]), .explicit, place)
  }

  private func arithmetic(_ a: Int, _ name: RubySymbol, _ b: Int) -> RubyValue? {
    let known = name.index < KnownName.count ? KnownName(rawValue: Int(name.index)) : nil
    switch known {
    case .plus: return checked(a.addingReportingOverflow(b))
    case .minus: return checked(a.subtractingReportingOverflow(b))
    case .times: return checked(a.multipliedReportingOverflow(by: b))
    case .less: return .boolean(a < b)
    case .lessOrEqual: return .boolean(a <= b)
    case .greater: return .boolean(a > b)
    case .greaterOrEqual: return .boolean(a >= b)
    case .equals: return .boolean(a == b)
    default: return nil
    }
  }

  private func checked(_ result: (partialValue: Int, overflow: Bool)) -> RubyValue? {
    result.overflow ? nil : .integer(result.partialValue)
  }
}
