import Source

extension RubyParser {
  /// Reads statements up to the end of the text, whatever stands between them.
  mutating func program() -> RubyNode {
    let mark = pending.count
    while true {
      statementsInto()
      guard position < limit else { break }
      _ = unexpected()
      let start = position
      if byte.isNameStart { _ = takeWord() } else { position += 1 }
      pending.append(add(.error, from: start))
    }
    let root = list(since: mark)
    return add(.statements(root), 0, limit)
  }

  /// Reads statements up to a word or mark that ends them.
  mutating func statements() -> RubyNode {
    let mark = pending.count
    let start = position
    statementsInto()
    let body = list(since: mark)
    guard body.count > 0 else { return add(.statements(body), start, start) }
    let first = lists[Int(body.first)]
    let last = lists[Int(body.first) + body.count - 1]
    return add(.statements(body), self.start(first), end(last))
  }

  private mutating func statementsInto() {
    let outer = allowsDo
    allowsDo = true
    defer { allowsDo = outer }
    while true {
      separators()
      if endsStatements() { return }
      let start = position
      let mark = pending.count
      var node: RubyNode?
      do throws(Stop) {
        node = try statement()
        try endStatement()
      } catch {
        recover(from: start)
        pending.removeSubrange(mark...)
      }
      // A statement that could be read stays where only its end is wrong.
      pending.append(node ?? add(.error, start, lineEnd(before: position)))
    }
  }

  /// Whether the position ends a list of statements.
  private mutating func endsStatements() -> Bool {
    switch byte {
    case "}", ")": return true
    case 0: return position >= limit
    case 3: return kind == .template
    default: return nextKeyword()?.endsStatements == true && !isLabel()
    }
  }

  /// Checks that nothing follows a statement that does not belong to it.
  private mutating func endStatement() throws(Stop) {
    blanks()
    if byte == "\n" || byte == ";" || endsStatements() { return }
    if kind == .template, byte == 1 { return }
    throw unexpected()
  }

  /// Reads one statement with its modifiers.
  mutating func statement() throws(Stop) -> RubyNode {
    try descend()
    defer { depth -= 1 }
    let start = position
    var node = try statementHead()
    var links = 0
    while true {
      let end = position
      blanks()
      guard let keyword = nextKeyword() else {
        position = end
        return node
      }
      let left = node
      switch keyword {
      case .ifWord, .unless:
        _ = takeWord()
        let condition = try condition()
        node = add(
          .conditional(
            RubyConditional(
              condition: condition, body: left, otherwise: nil, isNegated: keyword == .unless, form: .modifier
            )),
          from: start)
      case .whileWord, .until:
        _ = takeWord()
        let condition = try condition()
        var runsFirst = false
        if case .begin = shape(left) { runsFirst = true }
        node = add(
          .loop(
            RubyLoop(condition: condition, body: left, isNegated: keyword == .until, runsFirst: runsFirst)),
          from: start)
      case .rescue:
        _ = takeWord()
        space()
        let other = try expression(.command)
        node = add(.rescueModifier(left, other), from: start)
      default:
        position = end
        return node
      }
      try follow(&links)
    }
  }

  private mutating func condition() throws(Stop) -> RubyNode {
    space()
    return try expression(.condition)
  }

  private mutating func statementHead() throws(Stop) -> RubyNode {
    let start = position
    switch byte {
    case "*":
      if peek(1) != "*" { return try multipleAssignment(from: start, first: nil) }
    case 1 where kind == .template: return templateText()
    case "a", "u", "B", "E":
      switch nextKeyword() {
      case .alias where !isLabel(): return try aliasStatement()
      case .undef where !isLabel(): return try undefStatement()
      case .beginHook, .endHook: return try hook()
      default: break
      }
    default: break
    }
    let node = try expression(.statement)
    let end = position
    blanks()
    if byte == ",", isTarget(node) { return try multipleAssignment(from: start, first: node) }
    position = end
    return node
  }

  /// Reads values joined by `and`, `or` and `not`.
  mutating func expression(_ level: Level) throws(Stop) -> RubyNode {
    let start = position
    let matches = level == .statement || level == .condition
    var node = try negation(level == .condition ? .command : level)
    var links = 0
    while true {
      let end = position
      blanks()
      switch nextKeyword() {
      case .and:
        _ = takeWord()
        space()
        let right = try negation(.command)
        node = add(.and(node, right), from: start)
      case .or:
        _ = takeWord()
        space()
        let right = try negation(.command)
        node = add(.or(node, right), from: start)
      case .inWord where matches: node = try pattern(node, from: start)
      default:
        guard matches, byte == "=", peek(1) == ">" else {
          position = end
          return node
        }
        node = try pattern(node, from: start)
      }
      try follow(&links)
    }
  }

  private mutating func negation(_ level: Level) throws(Stop) -> RubyNode {
    guard byte == "n", nextKeyword() == .not, peek(3) != "(" else { return try argument(0, level) }
    let start = position
    try descend()
    defer { depth -= 1 }
    _ = takeWord()
    space()
    let operand = try negation(.command)
    return add(.not(operand), from: start)
  }

  /// Reads the pattern of `value => pattern` and `value in pattern`: an assignment to the names in it of what is not
  /// followed.
  private mutating func pattern(_ node: RubyNode, from start: Int) throws(Stop) -> RubyNode {
    // A call without parentheses is no operand.
    if case .call(let call) = shape(node), call.form == .command { throw unexpected() }
    let mark = position
    position += 2
    let names = try pattern()
    tell(.unsupported("pattern matching"), at: ByteRange(mark, position))
    return bound(names, from: start)
  }

  private func lineEnd(before offset: Int) -> Int {
    var end = min(offset, limit)
    while end > 0, bytes[end - 1].isSpace { end -= 1 }
    return end
  }

  /// Goes to where reading can go on after a statement that could not be read: a line that is indented no deeper.
  private mutating func recover(from start: Int) {
    guard told < Self.faultLimit else {
      position = limit
      return
    }
    let own = lineStart(of: start)
    let indent = indentation(of: own)
    let fault = min(max(stopPosition, start), limit)
    var line = lineStart(of: fault)
    if line <= start { line = min(limit, afterNewline(newline(from: fault))) }
    while line < limit {
      let depth = indentation(of: line)
      position = line + depth
      let isBlank = byte.isSpace || byte == "#"
      if !isBlank, depth <= indent {
        if depth < indent { return }
        if !continuesStatement() { return }
      }
      line = min(limit, afterNewline(newline(from: line)))
    }
    position = limit
  }

  /// Whether a line that begins at the position belongs to the statement that began as far left.
  private mutating func continuesStatement() -> Bool {
    switch byte {
    case "}", ")", "]": true
    default: nextKeyword().map { $0.endsStatements } ?? false
    }
  }

  func lineStart(of offset: Int) -> Int {
    var start = min(offset, limit)
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// How many blanks begin a line.
  func indentation(of line: Int) -> Int {
    var end = line
    while bytes[end] == " " || bytes[end] == "\t" { end += 1 }
    return end - line
  }
}
