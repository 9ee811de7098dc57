import RubySyntax

extension RubyInterpreter {
  func assignment(_ node: RubyNode, _ shape: RubyShape, _ frame: Frame) throws(Unwinding) -> RubyValue {
    switch shape {
    case .assignment(let target, let value):
      if case .call(let call) = frame.program.tree.shape(of: target) {
        return try assign(through: call, value, node, frame)
      }
      let value = try evaluate(value, frame)
      try assign(value, to: target, frame)
      return value
    case .multipleAssignment(let targets, let value):
      let value = try evaluate(value, frame)
      try takeApart(value, into: targets, frame)
      return value
    case .operatorAssignment(let target, let word, let value):
      return try operatorAssignment(target, word, value, node, frame)
    default: return .nil
    }
  }

  /// `a.b = c` and `a[b] = c`: the receiver and the arguments come before the value.
  private func assign(
    through call: RubyCall, _ value: RubyNode, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    let place = place(node, frame)
    let receiver = try receiver(of: call, frame)
    if call.access == .safe, receiver.isNil { return .nil }
    var arguments = try arguments(call.arguments, block: nil, node, frame)
    let value = try evaluate(value, frame)
    arguments.values.append(value)
    arguments.hasKeywords = false
    _ = try send(receiver, setter(of: call, frame), arguments, style(of: call, frame), place)
    return value
  }

  private func receiver(of call: RubyCall, _ frame: Frame) throws(Unwinding) -> RubyValue {
    guard let node = call.receiver else { return frame.receiver }
    return try evaluate(node, frame).settled
  }

  private func setter(of call: RubyCall, _ frame: Frame) -> RubySymbol {
    if call.form == .index { return .known(.setIndex) }
    return symbol(frame.program.tree.spelling(of: call.selector) + "=")
  }

  func style(of call: RubyCall, _ frame: Frame) -> CallStyle {
    guard let receiver = call.receiver else { return .own }
    if case .self = frame.program.tree.shape(of: receiver) { return .own }
    return .explicit
  }

  /// Assigns a value that is there.
  func assign(_ value: RubyValue, to target: RubyNode, _ frame: Frame) throws(Unwinding) {
    let program = frame.program
    switch program.tree.shape(of: target) {
    case .local(let word): setLocal(frame.program.symbol(word.name, self), value, frame)
    case .instanceVariable(let word):
      guard let object = frame.receiver.heap as? RubyObject else { return }
      try change(object, at: place(target, frame))
      setVariable(frame.program.symbol(word.name, self), value, of: object)
    case .classVariable(let word): setClassVariable(frame.program.symbol(word.name, self), value, frame)
    case .globalVariable(let word):
      touch(globals)
      globals.values[frame.program.symbol(word.name, self)] = value
    case .constant(let word): define(frame.program.symbol(word.name, self), value, in: frame.scope.module)
    case .rootConstant(let word): define(frame.program.symbol(word.name, self), value, in: classes.object)
    case .scopedConstant(let scope, let word):
      guard case .module(let module) = try evaluate(scope, frame) else { return }
      define(frame.program.symbol(word.name, self), value, in: module)
    case .targets: try takeApart(value, into: target, frame)
    case .splat(let inner?): try assign(.array(born(RubyArray([value]))), to: inner, frame)
    case .call(let call):
      let receiver = try receiver(of: call, frame)
      if call.access == .safe, receiver.isNil { return }
      var arguments = try arguments(call.arguments, block: nil, target, frame)
      arguments.values.append(value)
      _ = try send(receiver, setter(of: call, frame), arguments, style(of: call, frame), place(target, frame))
    default: return
    }
  }

  func setLocal(_ name: RubySymbol, _ value: RubyValue, _ frame: Frame) {
    let owner = frame.owner(of: name) ?? frame
    touch(owner)
    owner.set(name, value)
  }

  private func define(_ name: RubySymbol, _ value: RubyValue, in module: RubyModule) {
    touch(module)
    setConstant(spelling(of: name), value, in: module)
  }

  /// Gives each target its part of a list.
  func takeApart(_ value: RubyValue, into targets: RubyNode, _ frame: Frame) throws(Unwinding) {
    let program = frame.program
    guard case .targets(let list) = program.tree.shape(of: targets), !budget.isDeep else { return }
    let nodes = Array(program.tree.nodes(in: list))
    let splat = nodes.firstIndex { if case .splat = program.tree.shape(of: $0) { true } else { false } }
    guard let values = try parts(of: value, targets, frame) else {
      let unknown = RubyValue.unknown(
        value.doubt ?? RubyUnknown("it cannot be told", at: place(targets, frame)))
      for node in nodes { try assignPart(unknown, to: node, frame) }
      return
    }
    guard let splat else {
      for (index, node) in nodes.enumerated() {
        try assign(index < values.count ? values[index] : .nil, to: node, frame)
      }
      return
    }
    let after = nodes.count - splat - 1
    for index in 0..<splat {
      try assign(index < values.count ? values[index] : .nil, to: nodes[index], frame)
    }
    let end = max(splat, values.count - after)
    if case .splat(let inner?) = program.tree.shape(of: nodes[splat]) {
      let rest = splat < values.count ? Array(values[splat..<min(end, values.count)]) : []
      try assign(.array(born(RubyArray(rest))), to: inner, frame)
    }
    for index in 0..<after {
      let position = end + index
      try assign(position < values.count ? values[position] : .nil, to: nodes[splat + 1 + index], frame)
    }
  }

  private func assignPart(_ value: RubyValue, to node: RubyNode, _ frame: Frame) throws(Unwinding) {
    switch frame.program.tree.shape(of: node) {
    case .splat(let inner):
      if let inner { try assign(value, to: inner, frame) }
    default: try assign(value, to: node, frame)
    }
  }

  /// What a value is as a list on the right of several targets; nil where it cannot be told.
  func parts(of value: RubyValue, _ node: RubyNode, _ frame: Frame) throws(Unwinding) -> [RubyValue]? {
    switch value.settled {
    case .array(let array): return array.elements
    case .unknown: return nil
    case .object:
      guard method(.known(.toArray), of: module(of: value)) != nil else { return [value] }
      switch try call(value, .known(.toArray), at: place(node, frame)).settled {
      case .array(let array): return array.elements
      case .unknown: return nil
      default: return [value]
      }
    default: return [value]
    }
  }
}
