import Source

/// Calls of methods: `(semver "1.2").Compare $other`.
extension GoEvaluator {
  /// The value of a command of which the first word is no function, and which has arguments.
  mutating func callMethod(
    _ first: GoOperand, _ command: GoCommand, dot: Value, piped: Value?
  ) throws(Stopped) -> Value {
    let (receiver, name) = try receiver(of: first, dot: dot)
    if case .unknown = receiver { return .unknown(UnknownReason("it is computed in the run")) }
    if case .object(let object) = receiver, let name, object.parameters(of: name) != nil {
      return try call(name, of: object, Array(command.operands.dropFirst()), dot: dot, piped: piped, first)
    }
    if let name {
      // What cannot be read at all is told of first.
      if case .unknown = try read([name], of: receiver, in: first) {
        return .unknown(UnknownReason("it is computed in the run"))
      }
      let isField = if case .map(let entries, _) = receiver { isRoot(entries) } else { false }
      throw stop(
        .other("only a function takes arguments"), at: command.range,
        trace(
          first,
          isField
            ? "\(name) has arguments but cannot be invoked as function"
            : "\(name) is not a method but has arguments"))
    }
    let part = GoNodeText(bytes: text.bytes).text(of: first)
    throw stop(
      .other("only a function takes arguments"), at: command.range,
      trace(first, "can't give argument to non-function \(part)"))
  }

  /// The value that an operand reads its last name of; without a name the operand's own.
  private mutating func receiver(
    of operand: GoOperand, dot: Value
  ) throws(Stopped) -> (value: Value, name: String?) {
    switch operand.kind {
    case .field(let names):
      return (try read(Array(names.dropLast()), of: dot, in: operand), names.last)
    case .variable(let name, let names):
      let value = variables.last { $0.name == name }?.value ?? .missing
      return (try read(Array(names.dropLast()), of: value, in: operand), names.last)
    case .chain(let inner, let names):
      return (try read(Array(names.dropLast()), of: evaluate(inner, dot: dot), in: operand), names.last)
    case .function, .dot, .none, .bool, .integer, .float, .text, .pipeline:
      return (try evaluate(operand, dot: dot), nil)
    }
  }

  /// What a method answers.
  mutating func call(
    _ name: String, of object: any GoObject, _ operands: [GoOperand], dot: Value, piped: Value?,
    _ receiver: GoOperand
  ) throws(Stopped) -> Value {
    let parameters = object.parameters(of: name) ?? []
    let count = operands.count + (piped == nil ? 0 : 1)
    guard parameters.count == count else {
      throw stop(
        .wrongArgumentCount(name, expected: parameters.count...parameters.count, got: count),
        at: receiver.range,
        trace(receiver, "wrong number of args for \(name): want \(parameters.count) got \(count)"))
    }
    var arguments: [GoArgument] = []
    for (place, parameter) in parameters.enumerated() {
      let written: GoOperand? = place < operands.count ? operands[place] : nil
      let value = if let written { try evaluate(written, dot: dot) } else { piped ?? .missing }
      try check(
        value, against: parameter, of: name, position: place + 1, written: written,
        at: written ?? operands.last ?? receiver)
      guard let argument = argument(value) else {
        return .unknown(UnknownReason("it is computed in the run"))
      }
      arguments.append(argument)
    }
    let command = GoCommand(operands: [receiver] + operands, range: receiver.range)
    let result: GoResult<Opaque>? = object.answer(name, arguments)
    switch result {
    case .value(let value):
      try charge(value, madeBy: name, in: command)
      return value
    case .failure(let reason, _, let goWords):
      throw stop(
        .failedCall(name, reason: reason), at: receiver.range,
        trace(command, "error calling \(name): \(goWords ?? reason)"))
    case nil: return .unknown(UnknownReason("the method `\(name)` is not known"))
    }
  }

  /// A value that a method takes; nil where only the run knows.
  private func argument(_ value: Value) -> GoArgument? {
    switch value {
    case .text(let text): rules.string(text).map { .text($0) }
    case .integer(let number): .number(number)
    case .object(let object): .object(object)
    case .missing, .none, .bool, .unsigned, .float, .list, .map, .unknown: nil
    }
  }
}
