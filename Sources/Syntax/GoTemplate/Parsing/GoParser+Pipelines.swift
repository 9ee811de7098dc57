import Source

extension GoParser {
  /// Reads commands joined by `|` up to a closing token, that token included.
  mutating func readPipeline(
    in context: String, until end: GoToken.Kind, allowsTwoVariables: Bool = false
  ) throws(Unreadable) -> GoPipeline {
    skipSpace()
    let start = tokens[index].range.start
    let (names, isAssignment) = try readVariables(in: context, allowsTwo: allowsTwoVariables)
    var commands: [GoCommand] = []
    var stop = start
    while true {
      skipSpace()
      let token = tokens[index]
      if token.kind == end {
        try check(commands, in: context, at: token)
        index += 1
        return GoPipeline(
          variables: names, isAssignment: isAssignment, commands: commands, range: ByteRange(start, stop))
      }
      guard Self.startsOperand(token, text: text(of: token)) else { throw unexpected(token, in: context) }
      let command = try readCommand(isPiped: !commands.isEmpty)
      commands.append(command)
      stop = command.range.end
    }
  }

  private static func startsOperand(_ token: GoToken, text: String) -> Bool {
    switch token.kind {
    case .dot, .field, .identifier, .number, .character, .quoted, .raw, .variable, .leftParenthesis: true
    case .keyword: text == "nil"
    default: false
    }
  }

  private mutating func check(_ commands: [GoCommand], in context: String, at end: GoToken) throws(Unreadable)
  {
    guard !commands.isEmpty else {
      if tokens[index - 1].kind == .fault { throw Unreadable() }
      throw fail(
        "\(context) has no value", at: end.range, goWords: "missing value for \(Self.goContext(context))")
    }
    for command in commands.dropFirst() {
      guard let first = command.operands.first else { continue }
      switch first.kind {
      case .bool, .dot, .none, .integer, .float, .text:
        throw fail(
          "a value cannot take what comes through the pipe", at: first.range,
          goWords: "non executable command in pipeline stage 2")
      default: break
      }
    }
  }

  /// Reads `$x :=`, `$x =` or, in a loop, `$i, $x :=`.
  private mutating func readVariables(
    in context: String, allowsTwo: Bool
  ) throws(Unreadable) -> ([String], isAssignment: Bool) {
    let start = index
    var names: [String] = []
    while tokens[index].kind == .variable {
      let name = text(of: tokens[index])
      index += 1
      skipSpace()
      switch tokens[index].kind {
      case .assign, .declare:
        let isAssignment = tokens[index].kind == .assign
        index += 1
        names.append(name)
        for name in names where !isAssignment { variables.append(name) }
        return (names, isAssignment)
      case .comma:
        guard allowsTwo, names.isEmpty else {
          throw fail("too many variables in \(context)", at: tokens[index].range)
        }
        names.append(name)
        index += 1
        skipSpace()
      default:
        guard names.isEmpty else { throw unexpected(tokens[index], in: context) }
        index = start
        return ([], false)
      }
    }
    if !names.isEmpty { throw unexpected(tokens[index], in: context) }
    return ([], false)
  }

  private mutating func readCommand(isPiped: Bool) throws(Unreadable) -> GoCommand {
    let start = tokens[index].range.start
    var operands: [GoOperand] = []
    loop: while true {
      skipSpace()
      if let operand = try readOperand() { operands.append(operand) }
      let token = tokens[index]
      switch token.kind {
      case .space: index += 1
      case .rightDelimiter, .rightParenthesis: break loop
      case .pipe:
        // Go lets a pipe lead nowhere.
        index += 1
        break loop
      default: throw unexpected(token, in: "an action")
      }
    }
    guard let last = operands.last else { throw unexpected(tokens[index], in: "an action") }
    noteCall(operands, isPiped: isPiped)
    return GoCommand(operands: operands, range: ByteRange(start, last.range.end))
  }

  private mutating func noteCall(_ operands: [GoOperand], isPiped: Bool) {
    for (place, operand) in operands.enumerated() {
      var kind = operand.kind
      if case .chain(let inner, _) = kind { kind = inner.kind }
      switch kind {
      case .function(let name):
        let arguments = place == 0 ? Array(operands.dropFirst()) : []
        calls.append(
          GoCall(function: name, range: operand.range, arguments: arguments, isPiped: place == 0 && isPiped))
      case .field(let names):
        if let name = names.first { fields.append(GoFieldUse(name: name, range: operand.range)) }
      default: break
      }
    }
  }
}
