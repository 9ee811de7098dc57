import RubySyntax

/// How a call names its receiver, which decides what visibility allows.
enum CallStyle {
  /// `a.b`.
  case explicit
  /// `b`, `self.b`.
  case own
  /// `send`: anything goes.
  case free
}

extension RubyInterpreter {
  func evaluateCall(_ node: RubyNode, _ call: RubyCall, _ frame: Frame) throws(Unwinding) -> RubyValue {
    let name = frame.program.symbol(call.selector.name, self)
    guard let receiverNode = call.receiver else { return try ownCall(name, node, call, frame) }
    let receiver = try evaluate(receiverNode, frame).settled
    if call.access == .safe {
      if receiver.isNil { return .nil }
      if let doubt = receiver.doubt {
        return try maybe(because: doubt) { () throws(Unwinding) in
          try sendUnknown(
            doubt, self.arguments(call.arguments, block: call.block, node, frame), place(node, frame))
        }
      }
    }
    if call.form == .infix, let operand = frame.program.tree.nodes(in: call.arguments).first {
      let right = try evaluate(operand, frame)
      if name == .known(.differs) { return try differs(receiver, right, place(node, frame)) }
      let result = try operate(receiver, name, right, place(node, frame))
      if name == .known(.match) {
        if let doubt = result.doubt { lastMatch = .unknown(doubt) }
        bindGroups(of: receiverNode, frame)
      }
      return result
    }
    return try finishCall(name, receiver, style(of: call, frame), node, call, frame)
  }

  private func differs(
    _ left: RubyValue, _ right: RubyValue, _ place: RubyPlace
  ) throws(Unwinding) -> RubyValue {
    guard let equal = try areEqual(left, right, at: place) else {
      return .unknown(left.doubt ?? right.doubt ?? RubyUnknown("it cannot be told", at: place))
    }
    return .boolean(!equal)
  }

  private func ownCall(
    _ name: RubySymbol, _ node: RubyNode, _ call: RubyCall, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    if call.form == .bare, call.block == nil, frame.program.isInner, let value = frame.local(name) {
      return value.settled
    }
    return try finishCall(name, frame.receiver, .own, node, call, frame)
  }

  private func finishCall(
    _ name: RubySymbol, _ receiver: RubyValue, _ style: CallStyle, _ node: RubyNode, _ call: RubyCall,
    _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    let place = place(node, frame)
    let isBare = call.form == .bare && call.block == nil && call.receiver == nil
    guard call.block != nil else {
      let arguments = try arguments(call.arguments, block: nil, node, frame)
      return try send(receiver, name, arguments, style, place, isBare: isBare)
    }
    var token = 0
    return try boundary {
      () throws(Unwinding) in
      let arguments = try arguments(call.arguments, block: call.block, node, frame)
      token = arguments.block?.breakToken ?? 0
      return try send(receiver, name, arguments, style, place)
    } _: { departure in
      if case .leave(token, let value) = departure { value } else { nil }
    }
  }

  /// Calls a method of a value.
  func send(
    _ receiver: RubyValue, _ name: RubySymbol, _ arguments: CallArguments, _ style: CallStyle,
    _ place: RubyPlace?, isBare: Bool = false
  ) throws(Unwinding) -> RubyValue {
    if case .unknown(let doubt) = receiver {
      handOver(arguments, to: name, because: doubt)
      return try sendUnknown(doubt, arguments, place)
    }
    if case .hash(let hash) = receiver, let doubt = hash.openness, !Mutations.areByKey(spelling(of: name)) {
      if Mutations.change(spelling(of: name)) { lose(receiver, because: doubt) }
      return try sendUnknown(doubt, arguments, place)
    }
    guard let entry = method(name, of: module(of: receiver)) else {
      return try missing(receiver, name, arguments, style, place, isBare: isBare)
    }
    if entry.visibility != .public, style == .explicit, try !isVisible(entry, receiver, name) {
      let kind = entry.visibility == .private ? "private" : "protected"
      let shown = try description(of: receiver, at: place)
      throw raise(
        "NoMethodError", "\(kind) method `\(spelling(of: name))' called for \(shown)", at: place)
    }
    return try invoke(entry, receiver, name, arguments, place).settled
  }

  private func isVisible(
    _ entry: RubyMethodEntry, _ receiver: RubyValue, _ name: RubySymbol
  ) throws(Unwinding) -> Bool {
    guard entry.visibility == .protected, let current else { return false }
    return isA(current.receiver, entry.owner) != false
  }

  /// A call whose receiver or method cannot be told: a block given may run.
  func sendUnknown(
    _ doubt: RubyUnknown, _ arguments: CallArguments, _ place: RubyPlace?
  ) throws(Unwinding) -> RubyValue {
    try step(at: place)
    mayRaise(at: place)
    if let block = arguments.block { try runMaybe(block, because: doubt, place) }
    return .unknown(doubt)
  }

  /// Runs a block that may run, with parameters that cannot be told.
  func runMaybe(_ block: RubyProcedure, because doubt: RubyUnknown, _ place: RubyPlace?) throws(Unwinding) {
    guard case .block = block.body else { return }
    openRounds += 1
    _ = try maybe(because: doubt) { () throws(Unwinding) in
      let arguments = CallArguments(values: [.unknown(doubt)], isOpen: true)
      return try run(block, arguments, place)
    }
  }

  func invoke(
    _ entry: RubyMethodEntry, _ receiver: RubyValue, _ name: RubySymbol, _ arguments: CallArguments,
    _ place: RubyPlace?
  ) throws(Unwinding) -> RubyValue {
    switch entry.body {
    case .core(let method, let arity, let unknowns):
      let block = arguments.block
      let runs = block?.runs ?? 0
      let result = try invoke(method, arity, unknowns, receiver, name, arguments, place)
      // What asks the machine runs its block there.
      if let block, block.runs == runs, case .unknown(let doubt) = result {
        try runUntold(block, of: entry.owner, because: doubt, place)
      }
      return result
    case .defined(let definition, let scope):
      guard case .method(let method) = definition.program.tree.shape(of: definition.node) else { return .nil }
      return try run(method, definition.program, scope, entry, receiver, arguments, place)
    case .procedure(let procedure):
      return try run(
        procedure, arguments, place, as: BlockContext(receiver: receiver, method: entry, isMethod: true))
    case .reader(let variable):
      try check(arguments.values.count, 0, place)
      guard let object = receiver.heap as? RubyObject else { return .nil }
      return object.variable(variable) ?? unset(of: object)
    case .writer(let variable):
      try check(arguments.values.count, 1, place)
      guard let object = receiver.heap as? RubyObject, let value = arguments.values.first else { return .nil }
      try change(object, at: place)
      setVariable(variable, value, of: object)
      return value
    case .absent: return try missing(receiver, name, arguments, .explicit, place)
    case .unknown(let doubt):
      handOver(arguments, to: name, because: doubt)
      return try sendUnknown(doubt, arguments, place)
    }
  }

  private func invoke(
    _ method: CoreMethod, _ arity: CoreArity, _ unknowns: CoreUnknowns, _ receiver: RubyValue,
    _ name: RubySymbol, _ arguments: CallArguments, _ place: RubyPlace?
  ) throws(Unwinding) -> RubyValue {
    if arguments.isOpen, let doubt = arguments.values.lazy.compactMap(\.doubt).first {
      if unknowns == .taken { lose(receiver, because: doubt) }
      return try sendUnknown(doubt, arguments, place)
    }
    if budget.isDeep { return try tooDeep(at: place) }
    try check(arguments.values.count, arity, place)
    if unknowns == .spread, let doubt = arguments.values.lazy.compactMap(\.doubt).first {
      if name == .known(.initialize) || mayChange(receiver, by: name) {
        lose(receiver, because: doubt)
      }
      return try sendUnknown(doubt, arguments, place)
    }
    return try method(
      CoreCall(
        self, receiver, name, arguments.values, hasKeywords: arguments.hasKeywords, block: arguments.block,
        at: place))
  }

  private func check(_ given: Int, _ arity: CoreArity, _ place: RubyPlace?) throws(Unwinding) {
    guard given < arity.least || given > arity.most else { return }
    throw wrongCount(given, arity.least, arity.most == .max ? nil : arity.most, at: place)
  }

  func wrongCount(
    _ given: Int, _ least: Int, _ most: Int?, keywords: [String] = [], at place: RubyPlace?
  ) -> Unwinding {
    var expected = "\(least)"
    if let most { if most != least { expected += "..\(most)" } } else { expected += "+" }
    if !keywords.isEmpty {
      expected += "; required keyword\(keywords.count == 1 ? "" : "s"): \(keywords.joined(separator: ", "))"
    }
    return raise(
      "ArgumentError", "wrong number of arguments (given \(given), expected \(expected))", at: place)
  }

  private func run(
    _ method: RubyMethod, _ program: RubyProgram, _ scope: LexicalScope, _ entry: RubyMethodEntry,
    _ receiver: RubyValue, _ arguments: CallArguments, _ place: RubyPlace?
  ) throws(Unwinding) -> RubyValue {
    try step(at: place)
    if budget.isDeep { return try tooDeep(at: place) }
    let token = newToken()
    let frame = born(Frame(program, receiver: receiver, scope: scope, home: nil, token: token))
    frame.method = entry
    frame.arguments = arguments
    callers.append(place)
    let outer = current
    current = frame
    defer {
      current = outer
      if !callers.isEmpty { callers.removeLast() }
    }
    return try boundary { () throws(Unwinding) in
      try bind(method.parameters, arguments, frame, .strict, place)
      return try evaluate(method.body, frame)
    } _: { departure in
      if case .giveBack(token, let value) = departure { value } else { nil }
    }
  }
}
