import Source

/// How tightly operators bind; higher is tighter.
private enum Binding {
  static let ternary = 2
  static let range = 3
  static let or = 4
  static let and = 5
  static let equality = 7
  static let comparison = 8
  static let union = 9
  static let intersection = 10
  static let shift = 11
  static let sum = 12
  static let product = 13
  static let minus = 14
  static let power = 15
  static let prefix = 16
}

extension RubyParser {
  /// An operator between two values.
  private struct Infix {
    let length: Int
    let binding: Int
    var isRightToLeft = false
    /// Whether the same rank cannot follow: `a == b == c`.
    var standsAlone = false
  }

  /// Reads a value with its operators that bind at least as tightly as a floor.
  ///
  /// A head is a value that has been read already.
  mutating func argument(_ floor: Int, _ level: Level, head: RubyNode? = nil) throws(Stop) -> RubyNode {
    try descend()
    defer { depth -= 1 }
    let start = head.map { self.start($0) } ?? position
    var left = try operand(level, head: head)
    var ceiling = Int.max
    var links = 0
    while lastCommand != left {
      let end = position
      blanks()
      guard let infix = infixOperator(), infix.binding >= floor, infix.binding < ceiling else {
        position = end
        return left
      }
      try follow(&links)
      let mark = position
      position += infix.length
      left = try joined(left, infix, at: mark, from: start)
      ceiling = infix.standsAlone ? infix.binding : Int.max
    }
    return left
  }

  private mutating func joined(_ left: RubyNode, _ infix: Infix, at mark: Int, from start: Int) throws(Stop)
    -> RubyNode
  {
    switch infix.binding {
    case Binding.ternary: return try ternary(left, from: start)
    case Binding.range: return try range(left, isExclusive: infix.length == 3, from: start)
    default: break
    }
    let name = word(mark, position)
    space()
    let matched = name.range.count == 2 && bytes[mark] == "=" && bytes[mark + 1] == "~"
    if matched { declareCaptures(of: left) }
    let right = try argument(infix.isRightToLeft ? infix.binding : infix.binding + 1, .argument)
    switch infix.binding {
    case Binding.and: return add(.and(left, right), from: start)
    case Binding.or: return add(.or(left, right), from: start)
    default:
      let call = RubyCall(
        receiver: left, access: .none, selector: name, form: .infix, arguments: list(right), block: nil)
      return add(.call(call), from: start)
    }
  }

  private func infixOperator() -> Infix? {
    let next = peek(1)
    switch byte {
    case "+", "-": return next == "=" ? nil : Infix(length: 1, binding: Binding.sum)
    case "*":
      if next == "*" {
        return peek(2) == "=" ? nil : Infix(length: 2, binding: Binding.power, isRightToLeft: true)
      }
      return next == "=" ? nil : Infix(length: 1, binding: Binding.product)
    case "/", "%": return next == "=" ? nil : Infix(length: 1, binding: Binding.product)
    case "&":
      if next == "&" { return peek(2) == "=" ? nil : Infix(length: 2, binding: Binding.and) }
      return next == "=" || next == "." ? nil : Infix(length: 1, binding: Binding.intersection)
    case "|":
      if next == "|" { return peek(2) == "=" ? nil : Infix(length: 2, binding: Binding.or) }
      return next == "=" ? nil : Infix(length: 1, binding: Binding.union)
    case "^": return next == "=" ? nil : Infix(length: 1, binding: Binding.union)
    case "<", ">", "=", "!": return comparison()
    case "?": return Infix(length: 1, binding: Binding.ternary)
    case ".":
      guard next == "." else { return nil }
      return Infix(length: peek(2) == "." ? 3 : 2, binding: Binding.range, standsAlone: true)
    default: return nil
    }
  }

  private func comparison() -> Infix? {
    let next = peek(1)
    let equality = { (length: Int) in Infix(length: length, binding: Binding.equality, standsAlone: true) }
    switch byte {
    case "<":
      if next == "<" { return peek(2) == "=" ? nil : Infix(length: 2, binding: Binding.shift) }
      if next == "=" {
        return peek(2) == ">" ? equality(3) : Infix(length: 2, binding: Binding.comparison)
      }
      return Infix(length: 1, binding: Binding.comparison)
    case ">":
      if next == ">" { return peek(2) == "=" ? nil : Infix(length: 2, binding: Binding.shift) }
      return Infix(length: next == "=" ? 2 : 1, binding: Binding.comparison)
    case "=":
      if next == "=" { return equality(peek(2) == "=" ? 3 : 2) }
      return next == "~" ? equality(2) : nil
    default: return next == "=" || next == "~" ? equality(2) : nil
    }
  }

  private mutating func ternary(_ condition: RubyNode, from start: Int) throws(Stop) -> RubyNode {
    space()
    let body = try argument(Binding.ternary, .argument)
    space()
    guard byte == ":" else {
      throw position >= limit ? unexpected() : stop(.missing(":"), at: ByteRange(at: position))
    }
    position += 1
    space()
    let other = try argument(Binding.ternary, .argument)
    return add(
      .conditional(
        RubyConditional(condition: condition, body: body, otherwise: other, isNegated: false, form: .ternary)),
      from: start)
  }

  private mutating func range(_ low: RubyNode?, isExclusive: Bool, from start: Int) throws(Stop) -> RubyNode {
    let end = position
    space()
    guard startsOperand() else {
      position = end
      return add(.range(RubyRange(low: low, high: nil, isExclusive: isExclusive)), from: start)
    }
    let high = try argument(Binding.range + 1, .argument)
    return add(.range(RubyRange(low: low, high: high, isExclusive: isExclusive)), from: start)
  }

  /// Whether a value can begin at the position.
  mutating func startsOperand() -> Bool {
    switch byte {
    case ")", "]", "}", ",", ";", ".", "=", ">", "|", "&", "*", "^", "\n": return false
    case 0...8: return false
    default:
      guard let keyword = nextKeyword() else { return true }
      return keyword.startsValue || keyword == .ifWord || keyword == .unless || keyword == .whileWord
    }
  }

  /// Reads a value with its prefix operators, what follows it by dot or bracket, and an assignment to it.
  private mutating func operand(_ level: Level, head: RubyNode?) throws(Stop) -> RubyNode {
    if let head { return try assigned(postfixed(head, level, from: start(head)), level, from: start(head)) }
    let start = position
    switch byte {
    case "!":
      position += 1
      space()
      let operand = try argument(Binding.prefix, level == .argument ? .argument : .command)
      return add(.not(operand), from: start)
    case "-":
      if peek(1).isDigit { return try negativeNumber(level) }
      if peek(1) == ">" { break }
      return try prefixed("-@", Binding.minus)
    case "+":
      if peek(1).isDigit {
        position += 1
        let number = try number(from: start)
        return try postfixed(number, level, from: start)
      }
      return try prefixed("+@", Binding.prefix)
    case "~": return try prefixed("~", Binding.prefix)
    case "&" where peek(1) == "&", "*": throw unexpected()
    case ".":
      guard peek(1) == "." else { throw unexpected() }
      let isExclusive = peek(2) == "."
      position += isExclusive ? 3 : 2
      let range = try range(nil, isExclusive: isExclusive, from: start)
      if case .range(let ends) = shape(range), ends.high == nil { throw unexpected() }
      return range
    case "d":
      if nextKeyword() == .defined { return try definedOperator(level) }
    default: break
    }
    let node = try primary(level)
    return try assigned(postfixed(node, level, from: start), level, from: start)
  }

  private mutating func assigned(_ node: RubyNode, _ level: Level, from start: Int) throws(Stop) -> RubyNode {
    guard isTarget(node) else { return node }
    guard let assignment = try assignment(to: node, level, from: start) else { return node }
    lastCommand = nil
    return assignment
  }

  private mutating func prefixed(_ name: String, _ binding: Int) throws(Stop) -> RubyNode {
    let start = position
    position += 1
    let selector = word(name, start, position)
    space()
    let operand = try argument(binding, .argument)
    let call = RubyCall(
      receiver: operand, access: .none, selector: selector, form: .prefix, arguments: .empty, block: nil)
    return add(.call(call), from: start)
  }

  /// `-2` is a number, but `-2 ** 2` is `-(2 ** 2)`.
  private mutating func negativeNumber(_ level: Level) throws(Stop) -> RubyNode {
    let start = position
    position += 1
    _ = try number(from: start)
    let end = position
    blanks()
    let isPower = byte == "*" && peek(1) == "*" && peek(2) != "="
    position = end
    guard isPower else { return try postfixed(RubyNode(entries.count - 1), level, from: start) }
    position = start
    return try prefixed("-@", Binding.minus)
  }

  private mutating func definedOperator(_ level: Level) throws(Stop) -> RubyNode {
    let start = position
    _ = takeWord()
    if byte == "(" {
      let opening = ByteRange(position, position + 1)
      position += 1
      space()
      let operand = try withDo { parser throws(Stop) in try parser.expression(.command) }
      space()
      try expect(")", opening: opening)
      let node = add(.defined(operand), from: start)
      return try postfixed(node, level, from: start)
    }
    space()
    let operand = try argument(Binding.or, .argument)
    return add(.defined(operand), from: start)
  }

  /// Reads with `do` allowed, as inside brackets.
  mutating func withDo<Value>(_ read: (inout RubyParser) throws(Stop) -> Value) throws(Stop) -> Value {
    let outer = allowsDo
    allowsDo = true
    defer { allowsDo = outer }
    return try read(&self)
  }
}
