import Source

extension GoEvaluator {
  /// The value of a pipeline, given to its variables as well.
  mutating func evaluate(_ pipeline: GoPipeline, dot: Value) throws(Stopped) -> Value {
    var value: Value?
    for command in pipeline.commands { value = try evaluate(command, dot: dot, piped: value) }
    let result = value ?? .missing
    for name in pipeline.variables {
      if !pipeline.isAssignment {
        variables.append((name, result))
      } else if !set(name, result) {
        throw stop(.other("the variable `\(name)` is not declared"), at: pipeline.range)
      }
    }
    return result
  }

  private mutating func evaluate(_ command: GoCommand, dot: Value, piped: Value?) throws(Stopped) -> Value {
    guard let first = command.operands.first else { return .missing }
    if case .function(let name) = first.kind {
      return try call(name, first.range, Array(command.operands.dropFirst()), dot: dot, piped: piped)
    }
    if command.operands.count > 1 || piped != nil {
      if case .unknown = try evaluate(first, dot: dot) {
        return .unknown(UnknownReason("it is computed in the run"))
      }
      throw stop(.other("only a function takes arguments"), at: command.range)
    }
    if case .none = first.kind { throw stop(.other("`nil` cannot stand alone"), at: first.range) }
    return try evaluate(first, dot: dot)
  }

  mutating func evaluate(_ operand: GoOperand, dot: Value) throws(Stopped) -> Value {
    switch operand.kind {
    case .function(let name): return try call(name, operand.range, [], dot: dot, piped: nil)
    case .field(let names): return try read(names, of: dot, at: operand.range)
    case .variable(let name, let names):
      let value = variables.last { $0.name == name }?.value ?? .missing
      return try read(names, of: value, at: operand.range)
    case .dot: return dot
    case .none: return .none
    case .bool(let value): return .bool(value)
    case .integer(let value): return .integer(value)
    case .float(let value): return .float(value)
    case .text(let bytes, _): return .text(String(decoding: bytes, as: UTF8.self))
    case .pipeline(let pipeline): return try evaluate(pipeline, dot: dot)
    case .chain(let inner, let names):
      return try read(names, of: evaluate(inner, dot: dot), at: operand.range)
    }
  }

  /// Reads fields one after the other; of a map, what it does not hold is missing.
  private mutating func read(_ names: [String], of value: Value, at range: ByteRange) throws(Stopped) -> Value
  {
    var value = value
    for name in names {
      switch value {
      case .map(let entries): value = entries[name] ?? .missing
      case .missing, .none: value = .missing
      case .unknown: return value
      case .bool, .integer, .float, .text, .list:
        throw stop(.other("`.\(name)` cannot be read from \(value.kind)"), at: range)
      }
    }
    return value
  }

  private mutating func call(
    _ name: String, _ range: ByteRange, _ operands: [GoOperand], dot: Value, piped: Value?
  ) throws(Stopped) -> Value {
    // That a function is not known is told when the text is read, whether it is called or not.
    guard let function = function(name) else {
      return .unknown(UnknownReason("the function `\(name)` is not known"))
    }
    let count = operands.count + (piped == nil ? 0 : 1)
    guard function.arity.contains(count) else {
      throw stop(.wrongArgumentCount(name, expected: function.arity, got: count), at: range)
    }
    if name == "and" || name == "or" {
      return try choose(isAnd: name == "and", operands, dot: dot, piped: piped)
    }
    var arguments: [Value] = []
    for operand in operands { arguments.append(try evaluate(operand, dot: dot)) }
    if let piped { arguments.append(piped) }
    for place in arguments.indices {
      let argumentRange = place < operands.count ? operands[place].range : range
      // A number that is written with a fraction of nothing counts as whole.
      if case .integer = function.parameter(at: place), case .float(let number) = arguments[place],
        let whole = Int(exactly: number)
      {
        arguments[place] = .integer(whole)
      }
      try check(
        arguments[place], against: function.parameter(at: place), of: name, position: place + 1,
        at: argumentRange)
    }
    if case .unknown(let reason)? = arguments.first(where: { if case .unknown = $0 { true } else { false } })
    {
      return .unknown(reason)
    }
    switch function.body(arguments) {
    case .value(let value): return value
    case .failure(let reason, let argument):
      let written = argument.flatMap { operands.indices.contains($0) ? operands[$0].range : nil }
      throw stop(.failedCall(name, reason: reason), at: written ?? range)
    }
  }

  /// `and` and `or` answer one of their arguments and stop at the first that decides.
  private mutating func choose(
    isAnd: Bool, _ operands: [GoOperand], dot: Value, piped: Value?
  ) throws(Stopped) -> Value {
    var last = Value.missing
    for operand in operands {
      last = try evaluate(operand, dot: dot)
      guard let truth = GoPrinter(rules).truth(of: last) else {
        return .unknown(UnknownReason("a condition depends on a value that only the run knows"))
      }
      if truth != isAnd { return last }
    }
    return piped ?? last
  }

  private mutating func check(
    _ value: Value, against parameter: GoFunction<Opaque>.Parameter, of name: String, position: Int,
    at range: ByteRange
  ) throws(Stopped) {
    switch (parameter, value) {
    case (.any, _), (_, .unknown), (.text, .text), (.integer, .integer): return
    case (.text, _): throw stop(.wrongArgument(name, position: position, expected: "a text"), at: range)
    case (.integer, _):
      throw stop(.wrongArgument(name, position: position, expected: "a whole number"), at: range)
    }
  }
}
