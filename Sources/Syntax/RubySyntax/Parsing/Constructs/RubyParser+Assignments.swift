import Source

extension RubyParser {
  /// Whether a value that was read can be assigned to.
  func isTarget(_ node: RubyNode) -> Bool {
    switch shape(node) {
    case .local, .instanceVariable, .classVariable, .globalVariable, .constant, .scopedConstant,
      .rootConstant,
      .targets:
      true
    case .nil, .true, .false, .self, .fileName, .lineNumber, .encoding:
      // Refused with a better sentence than an unexpected `=`.
      true
    case .call(let call):
      switch call.form {
      case .index: call.block == nil
      case .bare: call.block == nil && names.lastByte(of: call.selector.name).isNameByte
      default: false
      }
    default: false
    }
  }

  /// Makes a target of a value that was read, and declares its variable.
  mutating func target(_ node: RubyNode) throws(Stop) {
    switch shape(node) {
    case .local(let word): try declare(word)
    case .call(let call):
      guard call.form == .bare, call.receiver == nil else { return }
      try declare(call.selector)
      reshape(node, .local(call.selector))
    case .constant, .scopedConstant, .rootConstant:
      if isInMethod { throw refuse("a constant cannot be assigned in a method", node) }
    case .nil, .true, .false, .self, .fileName, .lineNumber, .encoding:
      throw refuse("`\(spelling(node))` cannot be assigned to", node)
    case .globalVariable:
      if bytes[start(node) + 1].isDigit, bytes[start(node) + 1] != "0" {
        throw refuse("`\(spelling(node))` cannot be assigned to", node)
      }
    default: break
    }
  }

  private func spelling(_ node: RubyNode) -> String {
    String(decoding: bytes[start(node)..<end(node)], as: UTF8.self)
  }

  private mutating func refuse(_ sentence: String, _ node: RubyNode) -> Stop {
    stop(.invalid(sentence), at: ByteRange(start(node), end(node)))
  }

  private mutating func declare(_ word: RubyWord) throws(Stop) {
    if isNumbered(word) {
      throw stop(.invalid("`_1` to `_9` are kept for the parameters of blocks"), at: word.range)
    }
    scopes.declare(word.name)
  }

  /// Whether a name is `_1` … `_9`.
  func isNumbered(_ word: RubyWord) -> Bool {
    let range = word.range
    return range.count == 2 && bytes[range.start] == "_" && bytes[range.start + 1].isDigit
      && bytes[range.start + 1] != "0"
  }

  /// Reads `= value` or `+= value` after a value that can be assigned to; nil where neither follows.
  mutating func assignment(to node: RubyNode, _ level: Level, from start: Int) throws(Stop) -> RubyNode? {
    let end = position
    blanks()
    if byte == "=" {
      guard peek(1) != "=", peek(1) != "~", peek(1) != ">" else {
        position = end
        return nil
      }
      position += 1
      if case .targets = shape(node) {
        guard level == .statement else { throw unexpected() }
        return try multipleAssignment(to: node, from: start)
      }
      try target(node)
      let value = try assignedValue(level)
      return add(.assignment(node, value), from: start)
    }
    guard let length = assignmentOperatorLength() else {
      position = end
      return nil
    }
    let mark = word(position, position + length)
    position += length + 1
    if case .targets = shape(node) { throw unexpected() }
    try target(node)
    // Unlike `=`, it takes no list.
    let value = try assignedValue(level == .statement ? .command : level)
    return add(.operatorAssignment(node, mark, value), from: start)
  }

  /// The length of an operator with `=` after it, `==` and the like left out.
  private func assignmentOperatorLength() -> Int? {
    let next = peek(1)
    switch byte {
    case "+", "-", "/", "%", "^": return next == "=" ? 1 : nil
    case "*", "&", "|":
      if next == byte { return peek(2) == "=" ? 2 : nil }
      return next == "=" ? 1 : nil
    case "<", ">": return next == byte && peek(2) == "=" ? 2 : nil
    default: return nil
    }
  }

  private mutating func assignedValue(_ level: Level) throws(Stop) -> RubyNode {
    space()
    let start = position
    var value: RubyNode
    if level == .statement, byte == "*", peek(1) != "*" {
      value = try valueList(from: start, first: nil)
    } else {
      value = try argument(0, level == .argument ? .argument : .command)
      let end = position
      blanks()
      if level == .statement, byte == ",", lastCommand != value {
        value = try valueList(from: start, first: value)
      } else {
        position = end
      }
    }
    return try rescued(value, level, from: start)
  }

  /// Reads `rescue other` after an assigned value: it belongs to the value.
  private mutating func rescued(_ value: RubyNode, _ level: Level, from start: Int) throws(Stop) -> RubyNode {
    let end = position
    blanks()
    guard nextKeyword() == .rescue else {
      position = end
      return value
    }
    _ = takeWord()
    space()
    let other = try argument(0, level == .argument ? .argument : .command)
    return add(.rescueModifier(value, other), from: start)
  }

  /// Reads `a, *b` on the right side of an assignment.
  private mutating func valueList(from start: Int, first: RubyNode?) throws(Stop) -> RubyNode {
    let mark = pending.count
    if let first {
      pending.append(first)
      position += 1
      space()
    }
    while true {
      try listItem()
      guard takeComma() else { break }
    }
    return add(.array(list(since: mark)), from: start)
  }

  /// Reads the rest of `a, b = …`; in parentheses it may end before `=`.
  mutating func multipleAssignment(from start: Int, first: RubyNode?) throws(Stop) -> RubyNode {
    let targets = try targetList(from: start, first: first)
    let end = position
    blanks()
    if byte == "=", peek(1) != "=", peek(1) != "~", peek(1) != ">" {
      position += 1
      return try multipleAssignment(to: targets, from: start)
    }
    if byte == ")" {
      position = end
      return targets
    }
    throw unexpected()
  }

  private mutating func multipleAssignment(to targets: RubyNode, from start: Int) throws(Stop) -> RubyNode {
    try targetAll(targets)
    let value = try assignedValue(.statement)
    return add(.multipleAssignment(targets, value), from: start)
  }

  /// Makes targets of all in a list, at any depth.
  mutating func targetAll(_ node: RubyNode) throws(Stop) {
    switch shape(node) {
    case .targets(let items):
      for offset in 0..<items.count { try targetAll(lists[Int(items.first) + offset]) }
    case .splat(let inner): if let inner { try targetAll(inner) }
    default: try target(node)
    }
  }

  /// Reads `a, (b, c), *d`, as far as commas go.
  mutating func targetList(from start: Int, first: RubyNode?) throws(Stop) -> RubyNode {
    let mark = pending.count
    if let first { pending.append(first) }
    var isFirst = first == nil
    var splats = 0
    while true {
      let end = position
      if !isFirst {
        blanks()
        guard byte == "," else {
          position = end
          break
        }
        position += 1
        space()
        // `a, = b` takes the first only.
        if byte == "=" || byte == ")" || byte == "|" || nextKeyword() == .inWord { break }
      }
      isFirst = false
      let at = position
      if byte == "*" {
        splats += 1
        guard splats == 1 else { throw unexpected() }
        position += 1
        blanks()
        let isNamed = byte.isNameStart && nextKeyword() != .inWord || byte == "@" || byte == "$"
        let inner = isNamed ? try oneTarget() : nil
        pending.append(add(.splat(inner), from: at))
      } else {
        pending.append(try oneTarget())
      }
    }
    return add(.targets(list(since: mark)), from: start)
  }

  private mutating func oneTarget() throws(Stop) -> RubyNode {
    if byte == "(" {
      try descend()
      defer { depth -= 1 }
      position += 1
      space()
      let start = position
      let inner = try targetList(from: start, first: nil)
      space()
      try expect(")")
      return inner
    }
    let node = try postfixed(try primary(.argument), .argument, from: position)
    guard isTarget(node) else { throw unexpected() }
    return node
  }
}
