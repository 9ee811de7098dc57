import Source

extension RubyParser {
  /// Reads a value without its operators: a literal, a name with its arguments, a bracket, a construct.
  mutating func primary(_ level: Level) throws(Stop) -> RubyNode {
    let start = position
    switch byte {
    case "\"", "'", "`": return try stringLiteral()
    case ":": return try colonPrimary()
    case "@", "$": return try variable()
    case 0x30...0x39: return try number(from: start)
    case "[":
      let items = try elements(of: .array)
      return add(.array(items), from: start)
    case "{": return try hashLiteral()
    case "(": return try parentheses()
    case "/": return try regularExpression()
    case "%":
      guard startsPercentLiteral(afterOperator: true) else { throw unexpected() }
      return try percentLiteral()
    case "?":
      guard startsCharacter() else { throw unexpected() }
      return try characterLiteral()
    case "<":
      guard startsDocument() else { throw unexpected() }
      return try documentLiteral()
    case "-" where peek(1) == ">": return try lambda()
    case 2 where kind == .template: return try templateOutput()
    default:
      guard byte.isNameStart else { throw unexpected() }
      return try named(level)
    }
  }

  private mutating func colonPrimary() throws(Stop) -> RubyNode {
    let start = position
    guard peek(1) == ":" else {
      guard startsSymbol() else { throw unexpected() }
      return try symbolLiteral()
    }
    position += 2
    space()
    guard byte.isUpper else { throw unexpected() }
    let name = takeWord()
    return add(.rootConstant(name), from: start)
  }

  /// Reads `@a`, `@@a`, `$a`.
  mutating func variable() throws(Stop) -> RubyNode {
    let start = position
    if byte == "@" {
      position += peek(1) == "@" ? 2 : 1
      guard byte.isNameStart else {
        throw stop(.invalid("`@` begins the name of a variable"), at: ByteRange(start, position))
      }
      while byte.isNameByte { position += 1 }
      let name = word(start, position)
      return add(bytes[start + 1] == "@" ? .classVariable(name) : .instanceVariable(name), from: start)
    }
    position += 1
    switch byte {
    case "~", "*", "$", "?", "!", "@", "/", "\\", ";", ",", ".", "=", ":", "<", ">", "\"", "&", "`", "'", "+":
      position += 1
    case "-":
      position += 1
      if byte.isNameByte { position += 1 }
    case 0x30...0x39: while byte.isDigit { position += 1 }
    default:
      guard byte.isNameStart else {
        throw stop(.invalid("`$` begins the name of a variable"), at: ByteRange(start, position))
      }
      while byte.isNameByte { position += 1 }
    }
    return add(.globalVariable(word(start, position)), from: start)
  }

  private mutating func parentheses() throws(Stop) -> RubyNode {
    try descend()
    defer { depth -= 1 }
    let start = position
    position += 1
    let body = statements()
    try expect(")", opening: ByteRange(start, start + 1))
    lastCommand = nil
    guard case .statements(let list) = shape(body), list.count == 1,
      case .targets = shape(lists[Int(list.first)])
    else {
      entries[Int(body.index)].start = Int32(start)
      entries[Int(body.index)].end = Int32(position)
      return body
    }
    // `(a, b)` without `=` is a value only on the left of an assignment.
    let end = position
    blanks()
    let isTarget =
      byte == "," || byte == ")" || byte == "=" && peek(1) != "=" && peek(1) != "~" && peek(1) != ">"
    guard isTarget else { throw unexpected() }
    position = end
    return lists[Int(list.first)]
  }

  /// Reads a name: a construct, a variable, a constant or a call.
  private mutating func named(_ level: Level) throws(Stop) -> RubyNode {
    let start = position
    let name = takeWord()
    if let keyword = RubyKeyword(name.name) { return try construct(keyword, level, from: start) }
    let last = bytes[position - 1]
    if bytes[start].isUpper, last.isNameByte { return try constantOrCall(name, level, from: start) }
    if scopes.holds(name.name) { return try localOrCall(name, level, from: start) }
    if isNumbered(name) { return add(.local(name), from: start) }
    return try call(name, on: nil, .none, level, from: start)
  }

  private mutating func constantOrCall(_ name: RubyWord, _ level: Level, from start: Int) throws(Stop)
    -> RubyNode
  {
    if byte == "(" { return try call(name, on: nil, .none, level, from: start) }
    let end = position
    blanks()
    if level != .argument, startsCommandArgument(isSpaced: position > end, after: .constant) {
      return try command(name, on: nil, .none, from: start)
    }
    position = end
    return add(.constant(name), from: start)
  }

  private mutating func localOrCall(_ name: RubyWord, _ level: Level, from start: Int) throws(Stop)
    -> RubyNode
  {
    if byte == "(" { return try call(name, on: nil, .none, level, from: start) }
    let end = position
    blanks()
    if level != .argument, startsCommandArgument(isSpaced: position > end, after: .local) {
      return try command(name, on: nil, .none, from: start)
    }
    position = end
    return add(.local(name), from: start)
  }

  /// Reads what a reserved word begins; the word has been taken.
  private mutating func construct(_ keyword: RubyKeyword, _ level: Level, from start: Int) throws(Stop)
    -> RubyNode
  {
    switch keyword {
    case .nilWord: return add(.nil, from: start)
    case .trueWord: return add(.true, from: start)
    case .falseWord: return add(.false, from: start)
    case .selfWord: return add(.self, from: start)
    case .file: return add(.fileName, from: start)
    case .line: return add(.lineNumber, from: start)
    case .encoding: return add(.encoding, from: start)
    case .yield: return try yieldCall(level, from: start)
    case .superWord: return try superCall(level, from: start)
    case .giveBack: return try jump(.giveBack, level, from: start)
    case .leave: return try jump(.leave, level, from: start)
    case .next: return try jump(.next, level, from: start)
    case .redo: return add(.jump(.redo, .empty), from: start)
    case .retry: return add(.jump(.retry, .empty), from: start)
    case .not: return try notCall(from: start)
    case .ifWord, .unless, .whileWord, .until, .choice, .forWord, .begin, .def, .classWord, .module:
      return try nested(keyword, level, from: start)
    default:
      position = start
      throw unexpected()
    }
  }

  private mutating func nested(_ keyword: RubyKeyword, _ level: Level, from start: Int) throws(Stop)
    -> RubyNode
  {
    try descend()
    defer { depth -= 1 }
    let outer = allowsDo
    allowsDo = true
    defer { allowsDo = outer }
    switch keyword {
    case .ifWord, .unless: return try conditional(isNegated: keyword == .unless, from: start)
    case .whileWord, .until: return try loop(isNegated: keyword == .until, from: start)
    case .choice: return try choice(from: start)
    case .forWord: return try forLoop(from: start)
    case .begin: return try beginBlock(from: start)
    case .def: return try method(level, from: start)
    case .classWord: return try classDefinition(from: start)
    default: return try moduleDefinition(from: start)
    }
  }

  private mutating func notCall(from start: Int) throws(Stop) -> RubyNode {
    // `not(…)`; without parentheses the word is read where statements are.
    guard byte == "(" else {
      position = start
      throw unexpected()
    }
    position += 1
    space()
    if byte == ")" {
      position += 1
      let nothing = add(.nil, position - 1, position - 1)
      return add(.not(nothing), from: start)
    }
    let operand = try withDo { parser throws(Stop) in try parser.expression(.command) }
    space()
    try expect(")")
    return add(.not(operand), from: start)
  }

  private mutating func yieldCall(_ level: Level, from start: Int) throws(Stop) -> RubyNode {
    if byte == "(" {
      let list = try elements(of: .arguments)
      return add(.yield(RubyArguments(list: list, hasParentheses: true)), from: start)
    }
    let list = try bareArguments(level, after: .method)
    return add(
      .yield(RubyArguments(list: list ?? .empty, hasParentheses: false)), asCommand: list != nil, from: start)
  }

  private mutating func superCall(_ level: Level, from start: Int) throws(Stop) -> RubyNode {
    if byte == "(" {
      let list = try elements(of: .arguments)
      return add(.superCall(RubyArguments(list: list, hasParentheses: true), block: nil), from: start)
    }
    let list = try bareArguments(level, after: .method)
    return add(
      .superCall(RubyArguments(list: list ?? .empty, hasParentheses: false), block: nil),
      asCommand: list != nil,
      from: start)
  }

  private mutating func jump(_ kind: RubyJump, _ level: Level, from start: Int) throws(Stop) -> RubyNode {
    let list = try bareArguments(level, after: .jump)
    return add(.jump(kind, list ?? .empty), asCommand: list != nil, from: start)
  }

  /// Reads arguments without parentheses if there are any.
  private mutating func bareArguments(_ level: Level, after callee: Callee) throws(Stop) -> RubyList? {
    let end = position
    blanks()
    guard level != .argument, startsCommandArgument(isSpaced: position > end, after: callee) else {
      position = end
      return nil
    }
    return try commandArguments(after: callee)
  }

  private mutating func add(_ shape: RubyShape, asCommand isCommand: Bool, from start: Int) -> RubyNode {
    let node = add(shape, from: start)
    if isCommand { lastCommand = node }
    return node
  }
}
