import Source

extension RubyParser {
  mutating func method(_ level: Level, from start: Int) throws(Stop) -> RubyNode {
    let opening = ByteRange(start, position)
    space()
    var (owner, name) = try methodHead()
    if owner == nil, name == nil { throw unexpected() }
    if name == nil { name = methodName(allowingSetter: true) }
    guard let name else { throw unexpected() }
    let wasInMethod = isInMethod
    isInMethod = true
    scopes.enter(.closed)
    defer {
      scopes.leave()
      isInMethod = wasInMethod
    }
    var parameters: RubyNode?
    blanks()
    if byte == "(" {
      parameters = try self.parameters(in: .parentheses)
    } else if byte != "\n", byte != ";", byte != "=" {
      parameters = try self.parameters(in: .line)
    }
    let afterParameters = position
    blanks()
    if byte == "=", peek(1) != "=", peek(1) != "~", peek(1) != ">" {
      position += 1
      return try endlessMethod(owner, name, parameters, level, from: start)
    }
    position = afterParameters
    let body = try body()
    try close(opening)
    return add(
      .method(RubyMethod(owner: owner, name: name, parameters: parameters, body: body)), from: start)
  }

  private mutating func endlessMethod(
    _ owner: RubyNode?, _ name: RubyWord, _ parameters: RubyNode?, _ level: Level, from start: Int
  ) throws(Stop) -> RubyNode {
    if bytes[name.range.end - 1] == "=", name.range.count > 1, bytes[name.range.start].isNameStart {
      throw stop(.invalid("a setter cannot be defined in one line with `=`"), at: name.range)
    }
    space()
    let at = position
    var body = try argument(0, level == .argument ? .argument : .command)
    let end = position
    blanks()
    if nextKeyword() == .rescue {
      _ = takeWord()
      space()
      let other = try argument(0, .argument)
      body = add(.rescueModifier(body, other), from: at)
    } else {
      position = end
    }
    lastCommand = nil
    return add(
      .method(RubyMethod(owner: owner, name: name, parameters: parameters, body: body)), from: start)
  }

  /// Reads the owner and its dot, or else the name.
  private mutating func methodHead() throws(Stop) -> (owner: RubyNode?, name: RubyWord?) {
    let start = position
    if byte == "(" {
      position += 1
      space()
      let owner = try withDo { parser throws(Stop) in try parser.expression(.command) }
      space()
      try expect(")")
      try takeOwnerDot()
      return (owner, nil)
    }
    if byte == "@" || byte == "$" {
      let owner = try variable()
      try takeOwnerDot()
      return (owner, nil)
    }
    guard byte.isNameStart else { return (nil, methodName(allowingSetter: true)) }
    let word = nextWord()
    let end = word.range.end
    guard bytes[end] == "." || (bytes[end] == ":" && bytes[end + 1] == ":") else {
      return (nil, methodName(allowingSetter: true))
    }
    position = end
    try takeOwnerDot()
    if RubyKeyword(word.name) == .selfWord { return (add(.self, start, end), nil) }
    if let keyword = RubyKeyword(word.name), ![.nilWord, .trueWord, .falseWord].contains(keyword) {
      position = start
      throw unexpected()
    }
    if bytes[start].isUpper { return (add(.constant(word), start, end), nil) }
    if scopes.holds(word.name) { return (add(.local(word), start, end), nil) }
    return (add(.call(bareCall(word)), start, end), nil)
  }

  private mutating func takeOwnerDot() throws(Stop) {
    blanks()
    if byte == ":", peek(1) == ":" {
      position += 2
    } else {
      try expect(".")
    }
    space()
  }

  mutating func classDefinition(from start: Int) throws(Stop) -> RubyNode {
    let opening = ByteRange(start, position)
    space()
    if byte == "<", peek(1) == "<" {
      position += 2
      space()
      let object = try expression(.command)
      blanks()
      guard byte == "\n" || byte == ";" else { throw unexpected() }
      let body = try definitionBody(isInMethod: false)
      try close(opening)
      return add(.singletonClass(object, body: body), from: start)
    }
    if isInMethod { throw stop(.invalid("a class cannot be defined in a method"), at: opening) }
    let path = try constantPath()
    var parent: RubyNode?
    blanks()
    if byte == "<" {
      position += 1
      space()
      parent = try expression(.command)
      blanks()
      guard byte == "\n" || byte == ";" else { throw unexpected() }
    }
    let body = try definitionBody(isInMethod: false)
    try close(opening)
    return add(.classDefinition(RubyClass(path: path, parent: parent, body: body)), from: start)
  }

  mutating func moduleDefinition(from start: Int) throws(Stop) -> RubyNode {
    let opening = ByteRange(start, position)
    if isInMethod { throw stop(.invalid("a module cannot be defined in a method"), at: opening) }
    space()
    let path = try constantPath()
    let body = try definitionBody(isInMethod: false)
    try close(opening)
    return add(.module(path, body: body), from: start)
  }

  private mutating func constantPath() throws(Stop) -> RubyNode {
    let start = position
    guard byte == ":" || byte.isNameStart else { throw unexpected() }
    var node = try primary(.argument)
    while byte == ":", peek(1) == ":" {
      position += 2
      space()
      guard byte.isUpper else { throw unexpected() }
      let name = takeWord()
      node = add(.scopedConstant(node, name), from: start)
    }
    switch shape(node) {
    case .constant, .scopedConstant, .rootConstant: return node
    default:
      throw stop(
        .invalid("the name of a class or module begins with a capital"), at: ByteRange(start, position))
    }
  }

  private mutating func definitionBody(isInMethod inner: Bool) throws(Stop) -> RubyNode {
    let outer = isInMethod
    isInMethod = inner
    scopes.enter(.closed)
    defer {
      scopes.leave()
      isInMethod = outer
    }
    return try body()
  }

  mutating func hook() throws(Stop) -> RubyNode {
    let start = position
    let kind: RubyHook =
      takeWord().name == RubyName(index: Int32(RubyKeyword.beginHook.rawValue)) ? .begin : .end
    if kind == .begin, depth > 1 {
      throw stop(.invalid("`BEGIN` can stand only at the top level"), at: ByteRange(start, position))
    }
    blanks()
    let opening = ByteRange(position, position + 1)
    try expect("{")
    let body = statements()
    try expect("}", opening: opening)
    return add(.hook(kind, body), from: start)
  }

  mutating func aliasStatement() throws(Stop) -> RubyNode {
    let start = position
    _ = takeWord()
    space()
    let new = try methodReference()
    space()
    let old = try methodReference()
    return add(.alias(new, old), from: start)
  }

  mutating func undefStatement() throws(Stop) -> RubyNode {
    let start = position
    _ = takeWord()
    let mark = pending.count
    while true {
      space()
      pending.append(try methodReference())
      let end = position
      blanks()
      guard byte == "," else {
        position = end
        return add(.undef(list(since: mark)), from: start)
      }
      position += 1
    }
  }

  /// Reads the name of a method or global variable after `alias` and `undef`.
  private mutating func methodReference() throws(Stop) -> RubyNode {
    let start = position
    if byte == "$" { return try variable() }
    if byte == ":" { return try symbolLiteral() }
    guard let name = methodName(allowingSetter: true) else { throw unexpected() }
    return add(.symbol(name), from: start)
  }
}
