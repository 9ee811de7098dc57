import Source

extension RubyParser {
  /// Reads what follows a value: `.name`, `::Name`, `[…]`, blocks.
  mutating func postfixed(_ first: RubyNode, _ level: Level, from start: Int) throws(Stop) -> RubyNode {
    var node = first
    var links = 0
    while true {
      let end = position
      if lastCommand == node {
        // After a call without parentheses comes `do`, and only then a dot.
        blanks()
        guard allowsDo, byte == "d", nextKeyword() == .doWord else {
          position = end
          return node
        }
      } else {
        blanks()
      }
      guard let next = try link(node, level, from: start, isSpaced: position > end) else {
        position = end
        return node
      }
      node = next
      try follow(&links)
    }
  }

  /// Reads one more link of a chain; nil where the value ends.
  private mutating func link(_ node: RubyNode, _ level: Level, from start: Int, isSpaced: Bool) throws(Stop)
    -> RubyNode?
  {
    switch byte {
    case ".":
      guard peek(1) != "." else { return nil }
      position += 1
      return try call(on: node, .dot, level, from: start)
    case "&":
      guard peek(1) == "." else { return nil }
      position += 2
      return try call(on: node, .safe, level, from: start)
    case ":":
      guard peek(1) == ":" else { return nil }
      position += 2
      return try colons(on: node, level, from: start)
    case "[":
      if isSpaced, case .call(let call) = shape(node), call.form == .bare { return nil }
      let mark = position
      let arguments = try elements(of: .index)
      let selector = word("[]", mark, position)
      let call = RubyCall(
        receiver: node, access: .none, selector: selector, form: .index, arguments: arguments, block: nil)
      return add(.call(call), from: start)
    case "{":
      guard takesBlock(node) else { return nil }
      return try withBlock(node, braceBlock(), from: start)
    case "d":
      guard allowsDo, nextKeyword() == .doWord, takesBlock(node) else { return nil }
      lastCommand = nil
      return try withBlock(node, doBlock(), from: start)
    case "\n":
      guard continuesAfterLine() else { return nil }
      space()
      return try link(node, level, from: start, isSpaced: true)
    default: return nil
    }
  }

  private func takesBlock(_ node: RubyNode) -> Bool {
    switch shape(node) {
    case .call(let call):
      guard call.block == nil, call.form != .infix, call.form != .prefix else { return false }
      return byte != "{" || call.form != .command
    case .superCall(_, let block): return block == nil
    case .local, .constant: return true
    default: return false
    }
  }

  private mutating func withBlock(_ node: RubyNode, _ block: RubyNode, from start: Int) throws(Stop)
    -> RubyNode
  {
    switch shape(node) {
    case .call(let call):
      if call.arguments.count > 0,
        case .blockArgument = shape(lists[Int(call.arguments.first) + call.arguments.count - 1])
      {
        throw stop(
          .invalid("both a block argument and a block are given"),
          at: ByteRange(self.start(block), end(block)))
      }
      let whole = RubyCall(
        receiver: call.receiver, access: call.access, selector: call.selector, form: call.form,
        arguments: call.arguments, block: block)
      return add(.call(whole), from: start)
    case .superCall(let arguments, _): return add(.superCall(arguments, block: block), from: start)
    case .local(let word), .constant(let word):
      let call = RubyCall(
        receiver: nil, access: .none, selector: word, form: .bare, arguments: .empty, block: block)
      return add(.call(call), from: start)
    default: return node
    }
  }

  /// Reads the name and the arguments of a call after its dot.
  private mutating func call(
    on receiver: RubyNode, _ access: RubyCall.Access, _ level: Level, from start: Int
  )
    throws(Stop) -> RubyNode
  {
    space()
    if byte == "(" {
      let selector = word("call", position, position)
      let arguments = try elements(of: .arguments)
      let call = RubyCall(
        receiver: receiver, access: access, selector: selector, form: .parenthesised, arguments: arguments,
        block: nil)
      return add(.call(call), from: start)
    }
    guard let selector = methodName(allowingSetter: false) else { throw unexpected() }
    return try call(selector, on: receiver, access, level, from: start)
  }

  /// Reads the arguments of a call whose name has been read.
  mutating func call(
    _ selector: RubyWord, on receiver: RubyNode?, _ access: RubyCall.Access, _ level: Level, from start: Int
  ) throws(Stop) -> RubyNode {
    if byte == "(" {
      let arguments = try elements(of: .arguments)
      let call = RubyCall(
        receiver: receiver, access: access, selector: selector, form: .parenthesised, arguments: arguments,
        block: nil)
      return add(.call(call), from: start)
    }
    let end = position
    blanks()
    guard level != .argument, startsCommandArgument(isSpaced: position > end, after: .method) else {
      position = end
      let call = RubyCall(
        receiver: receiver, access: access, selector: selector, form: .bare, arguments: .empty, block: nil)
      return add(.call(call), from: start)
    }
    return try command(selector, on: receiver, access, from: start)
  }

  /// Reads arguments without parentheses, which the position stands at.
  mutating func command(
    _ selector: RubyWord, on receiver: RubyNode?, _ access: RubyCall.Access, from start: Int
  ) throws(Stop) -> RubyNode {
    let arguments = try commandArguments(after: .method)
    let call = RubyCall(
      receiver: receiver, access: access, selector: selector, form: .command, arguments: arguments, block: nil
    )
    let node = add(.call(call), from: start)
    lastCommand = node
    return node
  }

  private mutating func colons(on scope: RubyNode, _ level: Level, from start: Int) throws(Stop) -> RubyNode {
    space()
    guard byte.isUpper else { return try call(on: scope, .colons, level, from: start) }
    let name = takeWord()
    let isMethod = !bytes[position - 1].isNameByte
    if byte == "(" || isMethod { return try call(name, on: scope, .colons, level, from: start) }
    let end = position
    blanks()
    if level != .argument, startsCommandArgument(isSpaced: position > end, after: .constant) {
      return try command(name, on: scope, .colons, from: start)
    }
    position = end
    return add(.scopedConstant(scope, name), from: start)
  }

  /// What stands before arguments without parentheses.
  enum Callee { case method, constant, local, jump }

  /// Whether an argument of a call without parentheses begins at the position.
  mutating func startsCommandArgument(isSpaced: Bool, after callee: Callee) -> Bool {
    let next = peek(1)
    // A mark that may also be an operator is a prefix where it touches what follows and not what precedes.
    let isPrefix = isSpaced && callee != .local && !next.isSpace && next != "="
    switch byte {
    case "\"", "'", "`", "@", "$": return true
    case 0x30...0x39: return isSpaced
    case ":":
      if next == ":" { return isSpaced && callee != .local && !peek(2).isSpace }
      return callee != .local && startsSymbol()
    case "-": return next == ">" || isPrefix || callee == .jump
    case "+": return isPrefix || callee == .jump
    case "*":
      if callee == .jump { return true }
      return next == "*" ? isPrefix && !peek(2).isSpace && peek(2) != "=" : isPrefix
    case "&": return next != "&" && next != "." && isPrefix
    case "[": return isSpaced && callee != .local || callee == .jump
    case "(": return isSpaced || callee == .jump
    case "{": return callee == .jump
    case "!": return (isSpaced || callee == .jump) && next != "=" && next != "~"
    case "~": return isSpaced || callee == .jump
    case "/": return isPrefix || callee == .jump
    case "%": return (isPrefix || callee == .jump) && startsPercentLiteral()
    case "<": return next == "<" && (isSpaced || callee == .jump) && callee != .local && startsDocument()
    case "?": return (isSpaced || callee == .jump) && callee != .local && startsCharacter()
    case ".": return callee == .jump && next == "."
    default:
      guard byte.isNameStart else { return false }
      if let keyword = nextKeyword(), !keyword.startsValue {
        return callee == .jump ? false : callee != .local && isLabel() && isSpaced
      }
      return isSpaced || !bytes[position - 1].isNameByte
    }
  }
}
