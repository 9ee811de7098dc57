import RubySyntax

extension RubyInterpreter {
  /// Evaluates what a call passes on.
  func arguments(
    _ list: RubyList, block: RubyNode?, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> CallArguments {
    var result = CallArguments()
    let program = frame.program
    if !list.isEmpty {
      result.values.reserveCapacity(list.count)
      for argument in program.tree.nodes(in: list) { try add(argument, to: &result, frame) }
    }
    if let block {
      let procedure = born(RubyProcedure(.block(block, frame), isLambda: false))
      procedure.breakToken = newToken()
      result.block = procedure
    }
    return result
  }

  private func add(
    _ argument: RubyNode, to result: inout CallArguments, _ frame: Frame
  ) throws(Unwinding) {
    switch frame.program.tree.shape(of: argument) {
    case .splat(let inner):
      let value =
        try inner.map { (node) throws(Unwinding) in try evaluate(node, frame) }
        ?? frame.local(symbol("*")) ?? .nil
      if let values = try spread(value, argument, frame) {
        try reserve(values.count, at: place(argument, frame))
        result.values += values
      } else {
        result.isOpen = true
        result.values.append(value.settled)
      }
    case .keywords(let list):
      let value = try evaluate(argument, frame).settled
      if case .hash(let hash) = value, hash.isEmpty, hasOnlySpread(list, frame) { return }
      result.values.append(value)
      result.hasKeywords = true
    case .blockArgument(let inner):
      guard let inner else { return result.block = anonymousBlock(frame) }
      let value = try evaluate(inner, frame).settled
      result.block = try procedure(of: value, place(argument, frame))
    case .forwardedArguments:
      let forwarded = frame.home.forwarded
      result.values += forwarded.values
      result.hasKeywords = forwarded.hasKeywords
      result.isOpen = result.isOpen || forwarded.isOpen
      result.block = forwarded.block
    default: result.values.append(try evaluate(argument, frame).settled)
    }
  }

  private func hasOnlySpread(_ list: RubyList, _ frame: Frame) -> Bool {
    frame.program.tree.nodes(in: list).allSatisfy {
      if case .doubleSplat = frame.program.tree.shape(of: $0) { true } else { false }
    }
  }

  private func anonymousBlock(_ frame: Frame) -> RubyProcedure? {
    if case .procedure(let block)? = frame.local(symbol("&")) { return block }
    return frame.home.arguments.block
  }

  /// The block that `&value` passes.
  func procedure(of value: RubyValue, _ place: RubyPlace?) throws(Unwinding) -> RubyProcedure? {
    switch value {
    case .nil: return nil
    case .procedure(let procedure): return procedure
    case .symbol(let name): return born(RubyProcedure(.message(name), isLambda: true))
    case .unknown(let doubt):
      return born(
        RubyProcedure(
          .core { (_: CoreCall) throws(Unwinding) -> RubyValue in .unknown(doubt) }, isLambda: false))
    default:
      guard method(.known(.toProcedure), of: module(of: value)) != nil else {
        throw raise(
          "TypeError", "wrong argument type \(className(of: value)) (expected Proc)", at: place)
      }
      switch try call(value, .known(.toProcedure), at: place).settled {
      case .procedure(let procedure): return procedure
      case let other where other.doubt != nil: return try procedure(of: other, place)
      default: return nil
      }
    }
  }

  // `yield` and `super`.

  func yield(_ arguments: RubyArguments, _ node: RubyNode, _ frame: Frame) throws(Unwinding) -> RubyValue {
    let place = place(node, frame)
    guard let block = frame.home.arguments.block else {
      throw raise("LocalJumpError", "no block given (yield)", at: place)
    }
    let passed = try self.arguments(arguments.list, block: nil, node, frame)
    return try run(block, passed, place).settled
  }

  func superCall(
    _ arguments: RubyArguments, _ block: RubyNode?, _ node: RubyNode, _ frame: Frame
  ) throws(Unwinding) -> RubyValue {
    let home = frame.home
    guard let entry = home.method else {
      throw raise("RuntimeError", "super called outside of method", at: place(node, frame))
    }
    var token = 0
    return try boundary {
      () throws(Unwinding) in
      var passed = try self.arguments(arguments.list, block: block, node, frame)
      token = passed.block?.breakToken ?? 0
      if arguments.list.isEmpty, !arguments.hasParentheses {
        let given = passed.block
        passed = try currentArguments(home)
        passed.block = given ?? home.arguments.block
      } else if passed.block == nil {
        passed.block = home.arguments.block
      }
      return try sendAbove(entry, frame.receiver, passed, place(node, frame))
    } _: { departure in
      if case .leave(token, let value) = departure { value } else { nil }
    }
  }

  /// What `super` alone passes: the parameters with their present values.
  private func currentArguments(_ home: Frame) throws(Unwinding) -> CallArguments {
    guard case .defined(let definition, _)? = home.method?.body,
      case .method(let method) = definition.program.tree.shape(of: definition.node),
      let parameters = method.parameters,
      case .parameters(let list) = definition.program.tree.shape(of: parameters), !home.arguments.isOpen
    else { return home.arguments }
    let program = definition.program
    var result = CallArguments()
    let keywords = born(RubyHash())
    for node in program.tree.nodes(in: list) {
      guard case .parameter(let parameter) = program.tree.shape(of: node) else { continue }
      let name = parameter.name.map { home.program.symbol($0.name, self) }
      let value = name.flatMap { home.local($0) }
      switch parameter.kind {
      case .required, .optional: result.values.append(value ?? .nil)
      case .rest:
        switch (value ?? home.local(symbol("*")) ?? .nil).settled {
        case .array(let array): result.values += array.elements
        case .unknown(let doubt):
          result.isOpen = true
          result.values.append(.unknown(doubt))
        default: break
        }
      case .requiredKeyword, .optionalKeyword:
        if let name { keywords[.symbol(name)] = value ?? .nil }
      case .keywordRest:
        if case .hash(let hash)? = value ?? home.local(symbol("**")) {
          for entry in hash.entries { keywords[entry.key] = entry.value }
        }
      case .destructured, .forwarded: return home.arguments
      case .noKeywords, .block, .blockLocal: break
      }
    }
    if !keywords.isEmpty {
      result.values.append(.hash(keywords))
      result.hasKeywords = true
    }
    return result
  }

  /// Calls the method that the one running overrides.
  private func sendAbove(
    _ entry: RubyMethodEntry, _ receiver: RubyValue, _ arguments: CallArguments, _ place: RubyPlace
  ) throws(Unwinding) -> RubyValue {
    let module = module(of: receiver)
    let order = ancestors(of: module)
    let position = order.firstIndex { $0 === entry.origin }
    for ancestor in order[(position.map { $0 + 1 } ?? 0)...] {
      guard let above = ancestor.methods[entry.name] else { continue }
      if case .absent = above.body { break }
      return try invoke(above, receiver, entry.name, arguments, place).settled
    }
    switch spelling(of: entry.name) {
    case "initialize", "included", "extended", "prepended", "inherited", "method_added",
      "initialize_copy":
      if let doubt = doubt(of: module) { return try sendUnknown(doubt, arguments, place) }
      return .nil
    case "respond_to_missing?": return .boolean(false)
    case "method_missing":
      guard case .symbol(let name)? = arguments.values.first else { return .nil }
      var rest = arguments
      rest.values.removeFirst()
      return try absent(receiver, name, rest, .own, place, isBare: false)
    default: return try missing(receiver, entry.name, arguments, .own, place, isSuper: true)
    }
  }
}
