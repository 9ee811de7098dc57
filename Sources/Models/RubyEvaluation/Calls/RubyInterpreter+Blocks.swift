import RubySyntax

/// As what a block runs where that is not as it was written: `instance_eval`, `class_eval`, `define_method`.
struct BlockContext {
  var receiver: RubyValue
  var definee = Definee.scope
  /// The method that the block is the body of.
  var method: RubyMethodEntry?
  var isMethod = false
}

extension RubyInterpreter {
  /// Calls a block or proc.
  func run(
    _ procedure: RubyProcedure, _ arguments: CallArguments, _ place: RubyPlace?,
    as context: BlockContext? = nil
  ) throws(Unwinding) -> RubyValue {
    try step(at: place)
    if budget.isDeep { return try tooDeep(at: place) }
    procedure.runs += 1
    switch procedure.body {
    case .block(let node, let frame):
      return try run(node, frame, procedure, arguments, place, context)
    case .core(let body, _):
      return try body(
        CoreCall(
          self, context?.receiver ?? .nil, .known(.call), arguments.values,
          hasKeywords: arguments.hasKeywords, block: arguments.block, at: place))
    case .method(let entry, let receiver):
      return try invoke(entry, receiver, entry.name, arguments, place)
    case .message(let name):
      var rest = arguments
      guard let receiver = rest.values.first else {
        throw raise("ArgumentError", "no receiver given", at: place)
      }
      rest.values.removeFirst()
      return try send(receiver.settled, name, rest, .explicit, place)
    case .composed(let first, let second):
      let value = try run(first, arguments, place)
      return try run(second, CallArguments(values: [value.settled]), place)
    }
  }

  private func run(
    _ node: RubyNode, _ outer: Frame, _ procedure: RubyProcedure, _ arguments: CallArguments,
    _ place: RubyPlace?, _ context: BlockContext?
  ) throws(Unwinding) -> RubyValue {
    let block: RubyBlock
    switch outer.program.tree.shape(of: node) {
    case .block(let shape), .lambda(let shape): block = shape
    default: return .nil
    }
    let token = newToken()
    let isMethod = context?.isMethod ?? false
    let frame = born(
      Frame(
        outer.program, receiver: context?.receiver ?? outer.receiver, scope: outer.scope, outer: outer,
        home: isMethod ? nil : outer.home, token: token))
    frame.definee = context?.definee ?? .scope
    let isLambda = procedure.isLambda || isMethod
    frame.breakToken = isLambda ? token : procedure.breakToken
    if isLambda { frame.returnToken = token }
    if isMethod {
      frame.method = context?.method
      frame.arguments = arguments
      callers.append(place)
    }
    let caller = current
    current = frame
    defer {
      current = caller
      if isMethod, !callers.isEmpty { callers.removeLast() }
    }
    return try boundary { () throws(Unwinding) in
      if let parameters = block.parameters {
        try bind(parameters, arguments, frame, isLambda ? .strict : .loose, place)
      } else if !isMethod {
        frame.arguments = arguments
      }
      return try evaluate(block.body, frame)
    } _: { departure in
      switch departure {
      case .next(token, let value): value
      case .giveBack(token, let value) where isLambda: value
      case .leave(token, let value) where isLambda: value
      default: nil
      }
    }.settled
  }

  /// Calls a block or proc.
  package func call(
    _ procedure: RubyProcedure, _ arguments: [RubyValue], hasKeywords: Bool = false,
    block: RubyProcedure? = nil, at place: RubyPlace? = nil
  ) throws(Unwinding) -> RubyValue {
    try run(
      procedure, CallArguments(values: arguments.map(\.settled), hasKeywords: hasKeywords, block: block),
      place)
  }

  /// Runs a block with another `self`, as `instance_exec` does; `definee` is where `def` defines, by
  /// default in the singleton class.
  package func call(
    _ procedure: RubyProcedure, as receiver: RubyValue, _ arguments: [RubyValue] = [],
    definee: RubyModule? = nil, at place: RubyPlace? = nil
  ) throws(Unwinding) -> RubyValue {
    try run(
      procedure, CallArguments(values: arguments), place,
      as: BlockContext(receiver: receiver, definee: definee.map { .module($0) } ?? .receiver))
  }

  /// Runs what a call makes the host do, so that a failure tells of the call.
  package func called(
    at place: RubyPlace?, _ body: () throws(Unwinding) -> RubyValue
  ) throws(Unwinding) -> RubyValue {
    callers.append(place)
    defer { if !callers.isEmpty { callers.removeLast() } }
    return try body()
  }

  /// Calls a method of a value; private ones too.
  package func call(
    _ receiver: RubyValue, _ name: RubySymbol, _ arguments: [RubyValue] = [], hasKeywords: Bool = false,
    block: RubyProcedure? = nil, at place: RubyPlace? = nil
  ) throws(Unwinding) -> RubyValue {
    try step(at: place)
    return try send(
      receiver.settled, name,
      CallArguments(values: arguments.map(\.settled), hasKeywords: hasKeywords, block: block), .free, place)
  }
}
