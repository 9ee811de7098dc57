import Source

extension RubyParser {
  /// Takes the `end` of what a word opened; where the text ends instead, tells it and goes on.
  mutating func close(_ opening: ByteRange) throws(Stop) {
    space()
    if nextKeyword() == .end {
      let line = lineStart(of: opening.start)
      let own = lineStart(of: position)
      let isFirst = own + indentation(of: own) == position
      if suspect == nil, isFirst, own != line, indentation(of: own) < indentation(of: line) {
        suspect = opening
      }
      _ = takeWord()
      return
    }
    guard position >= limit else { throw unexpected() }
    let blamed = suspect ?? opening
    let word = String(decoding: bytes[blamed.indices], as: UTF8.self)
    tell(.unclosed(word, closing: "end"), at: ByteRange(at: limit), opening: blamed)
  }

  /// Takes `then`, a line end or `;` before a body.
  private mutating func takeThen() throws(Stop) {
    blanks()
    if take(.then) { return }
    guard byte == "\n" || byte == ";" else { throw unexpected() }
    separators()
    _ = take(.then)
  }

  mutating func conditional(isNegated: Bool, from start: Int) throws(Stop) -> RubyNode {
    let opening = ByteRange(start, position)
    // `elsif` branches are collected and folded from the last one, so that a long chain needs no deep recursion.
    var branches: [(start: Int, condition: RubyNode, body: RubyNode)] = []
    var other: RubyNode?
    var at = start
    var links = 0
    repeat {
      space()
      let condition = try expression(.condition)
      try takeThen()
      let body = statements()
      branches.append((at, condition, body))
      try follow(&links)
      at = position
      if isNegated { break }
    } while take(.elsif)
    if take(.elseWord) { other = statements() }
    try close(opening)
    for (index, branch) in branches.enumerated().reversed() {
      other = add(
        .conditional(
          RubyConditional(
            condition: branch.condition, body: branch.body, otherwise: other,
            isNegated: isNegated && index == 0,
            form: .block)),
        from: branch.start)
    }
    return other ?? add(.error, from: start)
  }

  mutating func loop(isNegated: Bool, from start: Int) throws(Stop) -> RubyNode {
    let opening = ByteRange(start, position)
    let condition = try head()
    try takeDo()
    let body = statements()
    try close(opening)
    return add(
      .loop(RubyLoop(condition: condition, body: body, isNegated: isNegated, runsFirst: false)), from: start)
  }

  /// Reads a value before a `do` that belongs to the loop.
  private mutating func head() throws(Stop) -> RubyNode {
    space()
    let outer = allowsDo
    allowsDo = false
    defer { allowsDo = outer }
    return try expression(.condition)
  }

  private mutating func takeDo() throws(Stop) {
    blanks()
    if take(.doWord) { return }
    guard byte == "\n" || byte == ";" else { throw unexpected() }
  }

  mutating func forLoop(from start: Int) throws(Stop) -> RubyNode {
    let opening = ByteRange(start, position)
    space()
    let at = position
    var target = try targetList(from: at, first: nil)
    if case .targets(let items) = shape(target), items.count == 1,
      bytes[at..<position].last != 0x2C, bytes[at] != "*"
    {
      target = lists[Int(items.first)]
    }
    try targetAll(target)
    space()
    guard take(.inWord) else { throw stop(.missing("in"), at: ByteRange(at: position)) }
    let list = try head()
    try takeDo()
    let body = statements()
    try close(opening)
    return add(.each(target: target, list: list, body: body), from: start)
  }

  mutating func choice(from start: Int) throws(Stop) -> RubyNode {
    let opening = ByteRange(start, position)
    blanks()
    var subject: RubyNode?
    if byte != "\n", byte != ";" { subject = try expression(.command) }
    separators()
    let mark = pending.count
    let takesPatterns = nextKeyword() == .inWord
    while true {
      let at = position
      guard take(takesPatterns ? .inWord : .when) else { break }
      pending.append(try takesPatterns ? patternArm(from: at) : whenArm(from: at))
    }
    guard pending.count > mark else { throw unexpected() }
    let arms = list(since: mark)
    let other = take(.elseWord) ? statements() : nil
    try close(opening)
    return add(.choice(RubyChoice(subject: subject, arms: arms, otherwise: other)), from: start)
  }

  private mutating func whenArm(from start: Int) throws(Stop) -> RubyNode {
    let mark = pending.count
    repeat {
      space()
      try listItem()
      blanks()
    } while takeMark(",")
    let values = list(since: mark)
    try takeThen()
    let body = statements()
    return add(.arm(values, body), from: start)
  }

  private mutating func takeMark(_ mark: Unicode.Scalar) -> Bool {
    guard byte == mark else { return false }
    position += 1
    return true
  }

  private mutating func patternArm(from start: Int) throws(Stop) -> RubyNode {
    let names = try pattern()
    tell(.unsupported("pattern matching"), at: ByteRange(start, position))
    let pattern = list(add(.error, from: start))
    let binding = names.isEmpty ? nil : bound(names, from: start)
    blanks()
    if let keyword = nextKeyword(), keyword == .ifWord || keyword == .unless {
      _ = takeWord()
      space()
      _ = try expression(.command)
    }
    try takeThen()
    let at = position
    var body = statements()
    if let binding { body = add(.statements(list(binding, body)), from: at) }
    return add(.arm(pattern, body), from: start)
  }

  mutating func beginBlock(from start: Int) throws(Stop) -> RubyNode {
    let opening = ByteRange(start, position)
    let body = try body()
    try close(opening)
    return add(.begin(body), from: start)
  }

  /// Reads statements with `rescue`, `else` and `ensure`.
  mutating func body() throws(Stop) -> RubyNode {
    let start = position
    let main = statements()
    let mark = pending.count
    while true {
      let at = position
      guard take(.rescue) else { break }
      pending.append(try rescueClause(from: at))
    }
    let rescues = list(since: mark)
    var other: RubyNode?
    if rescues.count > 0, take(.elseWord) { other = statements() }
    let ensure = take(.ensure) ? statements() : nil
    guard rescues.count > 0 || ensure != nil else { return main }
    return add(
      .body(RubyBody(statements: main, rescues: rescues, otherwise: other, ensure: ensure)), from: start)
  }

  private mutating func rescueClause(from start: Int) throws(Stop) -> RubyNode {
    let mark = pending.count
    blanks()
    if byte != "\n", byte != ";", byte != "=" || peek(1) != ">", nextKeyword() != .then {
      repeat {
        space()
        try listItem()
        blanks()
      } while takeMark(",")
    }
    let classes = list(since: mark)
    var variable: RubyNode?
    if byte == "=", peek(1) == ">" {
      position += 2
      space()
      let node = try postfixed(try primary(.argument), .argument, from: position)
      guard isTarget(node) else { throw unexpected() }
      try target(node)
      variable = node
    }
    try takeThen()
    let body = statements()
    return add(.rescue(RubyRescue(classes: classes, variable: variable, statements: body)), from: start)
  }
}
