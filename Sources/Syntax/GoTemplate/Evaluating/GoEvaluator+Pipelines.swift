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
        throw stop(
          .other("the variable `\(name)` is not declared"), at: pipeline.range,
          trace(pipeline, "undefined variable: \(name)"))
      }
    }
    return result
  }

  private mutating func evaluate(_ command: GoCommand, dot: Value, piped: Value?) throws(Stopped) -> Value {
    guard let first = command.operands.first else { return .missing }
    if case .function(let name) = first.kind {
      return try call(name, command, dot: dot, piped: piped)
    }
    if command.operands.count > 1 || piped != nil {
      return try callMethod(first, command, dot: dot, piped: piped)
    }
    if case .none = first.kind {
      throw stop(.other("`nil` cannot stand alone"), at: first.range, trace(first, "nil is not a command"))
    }
    return try evaluate(first, dot: dot)
  }

  mutating func evaluate(_ operand: GoOperand, dot: Value) throws(Stopped) -> Value {
    switch operand.kind {
    case .function(let name):
      return try call(name, GoCommand(operands: [operand], range: operand.range), dot: dot, piped: nil)
    case .field(let names): return try read(names, of: dot, in: operand)
    case .variable(let name, let names):
      let value = variables.last { $0.name == name }?.value ?? .missing
      return try read(names, of: value, in: operand)
    case .dot: return dot
    case .none: return .none
    case .bool(let value): return .bool(value)
    case .integer(let value): return .integer(value)
    case .float(let value): return .float(value)
    case .text(let bytes, _): return .text(String(decoding: bytes, as: UTF8.self))
    case .pipeline(let pipeline): return try evaluate(pipeline, dot: dot)
    case .chain(let inner, let names):
      return try read(names, of: evaluate(inner, dot: dot), in: operand)
    }
  }

  /// Reads fields one after the other; of a map, what it does not hold is missing, or a fault.
  mutating func read(
    _ names: [String], of value: Value, in operand: GoOperand
  ) throws(Stopped) -> Value {
    var value = value
    // What a map holds is of any type to Go; a variable and what a call answers have their own.
    var isBare =
      switch operand.kind {
      case .variable, .chain: true
      default: false
      }
    for name in names {
      switch value {
      case .map(let entries, let element):
        guard let entry = entries[name] else {
          if semantics.faultsOnMissingKeys { throw missing(name, of: entries, in: operand) }
          value = .missing
          continue
        }
        value = entry
        isBare = element != .any
      case .missing, .none:
        guard !semantics.faultsOnMissingKeys else {
          throw stop(
            .other("`.\(name)` cannot be read from nothing"), at: operand.range,
            trace(
              operand,
              isBare
                ? "nil data; no entry for key \(GoQuotedText.quoted(name))"
                : "nil pointer evaluating interface {}.\(name)"))
        }
        value = .missing
      case .unknown: return value
      case .object(let object) where object.parameters(of: name) != nil:
        value = try call(name, of: object, [], dot: .missing, piped: nil, operand)
        isBare = true
      case .bool, .integer, .unsigned, .float, .text, .list, .object:
        let type = isBare ? value.goType : "interface {}"
        throw stop(
          .other("`.\(name)` cannot be read from \(value.kind)"), at: operand.range,
          trace(operand, "can't evaluate field \(name) in type \(type)"))
      }
    }
    return value
  }

  /// The fault of a key that a map does not hold.
  private mutating func missing(
    _ name: String, of entries: [GoKey: Value], in operand: GoOperand
  ) -> Stopped {
    if let type = semantics.rootType, isRoot(entries) {
      return stop(
        .other("there is no `.\(name)`"), at: operand.range,
        trace(operand, "can't evaluate field \(name) in type \(type)"))
    }
    return stop(
      .other("there is no `\(name)`"), at: operand.range,
      trace(operand, "map has no entry for key \(GoQuotedText.quoted(name))"))
  }

  /// Whether a map is the data itself.
  func isRoot(_ entries: [GoKey: Value]) -> Bool {
    semantics.rootType != nil && Set(entries.keys) == rootNames
  }

  private mutating func call(
    _ name: String, _ command: GoCommand, dot: Value, piped: Value?
  ) throws(Stopped) -> Value {
    let operands = Array(command.operands.dropFirst())
    let range = command.operands[0].range
    // That a function is not known is told when the text is read, whether it is called or not.
    guard let function = function(name) else {
      return .unknown(UnknownReason("the function `\(name)` is not known"))
    }
    let count = operands.count + (piped == nil ? 0 : 1)
    guard function.arity.contains(count) else {
      let least = function.isVariadic ? "at least " : ""
      throw stop(
        .wrongArgumentCount(name, expected: function.arity, got: count), at: range,
        trace(
          command.operands[0],
          "wrong number of args for \(name): want \(least)\(function.arity.lowerBound) got \(count)"))
    }
    if name == "and" || name == "or" {
      return try choose(isAnd: name == "and", operands, dot: dot, piped: piped)
    }
    var arguments: [Value] = []
    for operand in operands { arguments.append(try evaluate(operand, dot: dot)) }
    if let piped { arguments.append(piped) }
    for place in arguments.indices {
      let parameter = function.parameter(at: place)
      let written: GoOperand? = place < operands.count ? operands[place] : nil
      if let written, written.isWritten { arguments[place] = Self.number(arguments[place], as: parameter) }
      try check(
        arguments[place], against: parameter, of: name, position: place + 1, written: written,
        at: written ?? operands.last ?? command.operands[0])
    }
    if case .unknown(let reason)? = arguments.first(where: { if case .unknown = $0 { true } else { false } })
    {
      return .unknown(reason)
    }
    charge(arguments)
    switch function.body(arguments) {
    case .value(let value):
      try charge(value, madeBy: name, in: command)
      if function.changesFirst, let first = operands.first { store(value, in: first) }
      return value
    case .failure(let reason, let argument, let goWords):
      chargeFailure()
      let written = argument.flatMap { operands.indices.contains($0) ? operands[$0].range : nil }
      throw stop(
        .failedCall(name, reason: reason), at: written ?? range,
        trace(command, "error calling \(name): \(goWords ?? reason)"))
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

  /// A number that is written in the type that is wanted: `5.0` counts as whole, `1` as a fraction. That of a value is its own.
  private static func number(_ value: Value, as parameter: GoParameter) -> Value {
    switch (parameter, value) {
    case (.integer, .float(let number)): return Int(exactly: number).map { Value.integer($0) } ?? value
    case (.fraction, .integer(let number)): return .float(Double(number))
    default: return value
    }
  }

  /// Stops where an argument is of another type than its parameter; `written` is missing where a pipe gives it.
  mutating func check(
    _ value: Value, against parameter: GoParameter, of name: String, position: Int, written: GoOperand?,
    at operand: GoOperand
  ) throws(Stopped) {
    switch (parameter, value) {
    case (.any, _), (_, .unknown), (.text, .text), (.integer, .integer), (.flag, .bool), (.fraction, .float):
      return
    case (.map, .map(let entries, .any)) where entries.hasNamesAlone: return
    case (.object(let type), .object(let object)) where object.goType == type: return
    case (.object("time.Duration"), .integer) where written?.isWritten == true: return
    default:
      // Go tells of the part that it evaluated last.
      let part = GoNodeText(bytes: text.bytes).lastPart(of: operand)
      throw stop(
        .wrongArgument(name, position: position, expected: parameter.words), at: operand.range,
        trace(part, mismatch(value, parameter, written)))
    }
  }

  private func mismatch(_ value: Value, _ parameter: GoParameter, _ operand: GoOperand?) -> String {
    let type = parameter.goType
    if let operand, operand.isWritten {
      if case .none = operand.kind { return "cannot assign nil to \(type)" }
      let written = GoNodeText(bytes: text.bytes).text(of: operand)
      return parameter.literal.map { "expected \($0); found \(written)" }
        ?? "can't handle \(written) for arg of type \(type)"
    }
    switch value {
    case .missing, .none:
      // What a list or a map holds is of some type to Go, even where it is nothing.
      return operand?.isField == true
        ? "wrong type for value; expected \(type); got interface {}" : "invalid value; expected \(type)"
    default: return "wrong type for value; expected \(type); got \(value.goType)"
    }
  }

  /// Gives the variable that an argument names its new value, in a field of it where fields follow the name.
  private mutating func store(_ value: Value, in operand: GoOperand) {
    guard case .variable(let name, let fields) = operand.kind,
      let current = variables.last(where: { $0.name == name })?.value
    else { return }
    _ = set(name, Self.replacing(fields[...], in: current, by: value))
  }

  private static func replacing(_ fields: ArraySlice<String>, in value: Value, by new: Value) -> Value {
    guard let first = fields.first, case .map(var entries, let element) = value else { return new }
    entries[first] = replacing(fields.dropFirst(), in: entries[first] ?? .map([:]), by: new)
    return .map(entries, of: element)
  }
}

extension GoOperand {
  /// Whether the value itself is written.
  fileprivate var isWritten: Bool {
    switch kind {
    case .bool, .integer, .float, .text, .none: true
    case .function, .field, .variable, .dot, .pipeline, .chain: false
    }
  }

  /// Whether the value is read out of another.
  fileprivate var isField: Bool {
    switch kind {
    case .field, .chain: true
    case .variable(_, let fields): !fields.isEmpty
    case .function, .dot, .none, .bool, .integer, .float, .text, .pipeline: false
    }
  }
}
