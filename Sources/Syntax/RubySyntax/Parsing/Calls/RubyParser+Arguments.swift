import Source

extension RubyParser {
  /// What brackets hold.
  enum Bracket {
    case arguments, index, array

    var closing: Unicode.Scalar { self == .arguments ? ")" : "]" }
  }

  /// Reads what stands between brackets; the position stands at the opening one.
  mutating func elements(of bracket: Bracket) throws(Stop) -> RubyList {
    try descend()
    let outer = allowsDo
    allowsDo = true
    defer {
      depth -= 1
      allowsDo = outer
    }
    let opening = ByteRange(position, position + 1)
    let first = pending.count
    position += 1
    space()
    var keywords: Int?
    while byte != bracket.closing {
      let takesCommand = bracket != .array && pending.count == first
      try element(takesCommand ? .command : .argument, keywords: &keywords, mayForward: bracket == .arguments)
      guard takeComma() else {
        space()
        break
      }
    }
    try expect(bracket.closing, opening: opening)
    close(keywords)
    return list(since: first)
  }

  /// Reads arguments without parentheses; of a call, `do` among them belongs to it.
  mutating func commandArguments(after callee: Callee) throws(Stop) -> RubyList {
    let outer = allowsDo
    if callee != .jump { allowsDo = false }
    defer { allowsDo = outer }
    let first = pending.count
    var keywords: Int?
    while true {
      try element(pending.count == first ? .command : .argument, keywords: &keywords, mayForward: false)
      guard takeComma() else { break }
    }
    close(keywords)
    return list(since: first)
  }

  /// Makes one node of the pairs that were read.
  private mutating func close(_ keywords: Int?) {
    guard let keywords, keywords < pending.count else { return }
    var tail: RubyNode?
    if let last = pending.last, case .blockArgument = shape(last) { tail = pending.popLast() }
    let pairs = list(since: keywords)
    let start = start(lists[Int(pairs.first)])
    let end = end(lists[Int(pairs.first) + pairs.count - 1])
    pending.append(add(.keywords(pairs), start, end))
    if let tail { pending.append(tail) }
  }

  /// Reads one argument onto the pending nodes; `keywords` is where the pairs begin among them.
  private mutating func element(_ level: Level, keywords: inout Int?, mayForward: Bool) throws(Stop) {
    let start = position
    let place = pending.count
    switch byte {
    case "*" where peek(1) == "*":
      position += 2
      space()
      let value = try argument(0, .argument)
      pending.append(add(.doubleSplat(value), from: start))
      keywords = keywords ?? place
    case "*":
      guard keywords == nil else { throw unexpected() }
      position += 1
      space()
      let value = try argument(0, .argument)
      pending.append(add(.splat(value), from: start))
    case "&" where peek(1) != "&": try blockArgument()
    case "." where mayForward && forwards(): pending.append(add(.forwardedArguments, from: start))
    default:
      let (node, isPair) = try pairOrValue(level)
      if isPair { keywords = keywords ?? place } else if keywords != nil { throw unexpected() }
      pending.append(node)
    }
  }

  private mutating func blockArgument() throws(Stop) {
    let start = position
    position += 1
    blanks()
    let value = byte == ")" || byte == "\n" ? nil : try argument(0, .argument)
    pending.append(add(.blockArgument(value), from: start))
    let end = position
    blanks()
    if byte == "," { throw unexpected() }
    position = end
  }

  /// Takes the `...` that hands on a method's arguments.
  private mutating func forwards() -> Bool {
    guard stands("...", at: position) else { return false }
    let start = position
    position += 3
    let end = position
    space()
    guard byte == ")" else {
      position = start
      return false
    }
    position = end
    return true
  }

  /// Reads `name: value`, `"name": value`, `key => value` or a value.
  private mutating func pairOrValue(_ level: Level) throws(Stop) -> (node: RubyNode, isPair: Bool) {
    let start = position
    if isLabel() { return (try labelledPair(), true) }
    let value: RubyNode
    if byte == "\"" || byte == "'" {
      let string = try stringLiteral()
      if byte == ":", peek(1) != ":", case .string(let parts) = shape(string) {
        position += 1
        reshape(string, .dynamicSymbol(parts))
        space()
        let right = try argument(0, .argument)
        return (add(.pair(string, right), from: start), true)
      }
      value = try argument(0, level, head: string)
    } else {
      value = try argument(0, level)
    }
    let end = position
    blanks()
    guard byte == "=", peek(1) == ">", lastCommand != value else {
      position = end
      return (value, false)
    }
    position += 2
    space()
    let right = try argument(0, .argument)
    return (add(.pair(value, right), from: start), true)
  }

  private mutating func labelledPair() throws(Stop) -> RubyNode {
    let start = position
    let name = takeWord()
    let key = add(.symbol(name), from: start)
    position += 1
    let end = position
    space()
    guard startsOperand() || byte == "*" || byte == "&" || byte == "." else {
      position = end
      let value = try omittedValue(name)
      return add(.pair(key, value), from: start)
    }
    let value = try argument(0, .argument)
    return add(.pair(key, value), from: start)
  }

  /// The value of `name:` without a value: what the name stands for.
  private mutating func omittedValue(_ name: RubyWord) throws(Stop) -> RubyNode {
    let range = name.range
    guard RubyKeyword(name.name) == nil, bytes[range.end - 1].isNameByte else { throw unexpected() }
    if bytes[range.start].isUpper { return add(.constant(name), range.start, range.end) }
    if scopes.holds(name.name) { return add(.local(name), range.start, range.end) }
    return add(.call(bareCall(name)), range.start, range.end)
  }

  func bareCall(_ name: RubyWord) -> RubyCall {
    RubyCall(receiver: nil, access: .none, selector: name, form: .bare, arguments: .empty, block: nil)
  }

  /// Reads a hash, which the position stands at.
  mutating func hashLiteral() throws(Stop) -> RubyNode {
    try descend()
    let outer = allowsDo
    allowsDo = true
    defer {
      depth -= 1
      allowsDo = outer
    }
    let start = position
    let opening = ByteRange(position, position + 1)
    let mark = pending.count
    position += 1
    space()
    while byte != "}" {
      let at = position
      if byte == "*", peek(1) == "*" {
        position += 2
        space()
        let value = try argument(0, .argument)
        pending.append(add(.doubleSplat(value), from: at))
      } else {
        let (node, isPair) = try pairOrValue(.argument)
        guard isPair else {
          blanks()
          throw unexpected()
        }
        pending.append(node)
      }
      guard takeComma() else {
        space()
        break
      }
    }
    try expect("}", opening: opening)
    return add(.hash(list(since: mark)), from: start)
  }

  /// Reads one value of a list, which may be `*values`, onto the pending nodes.
  mutating func listItem() throws(Stop) {
    let start = position
    guard byte == "*", peek(1) != "*" else { return pending.append(try argument(0, .argument)) }
    position += 1
    blanks()
    let value = try argument(0, .argument)
    pending.append(add(.splat(value), from: start))
  }

  /// Takes a comma and the space behind it; where none follows, the position stays.
  mutating func takeComma() -> Bool {
    let end = position
    blanks()
    guard byte == "," else {
      position = end
      return false
    }
    position += 1
    space()
    return true
  }
}
