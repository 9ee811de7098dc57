import Source

/// Patterns are checked for their form and not kept: what they match is an `error` node, what they name is not followed.
extension RubyParser {
  /// Reads the pattern after `in` or `=>`; names in it become variables, which are given.
  mutating func pattern() throws(Stop) -> RubyList {
    let mark = pending.count
    let outer = patternScope
    patternScope = PatternScope()
    defer { patternScope = outer }
    space()
    try patternElements(mayHaveKeys: true)
    return list(since: mark)
  }

  /// An assignment of what is not followed to the names of a pattern.
  mutating func bound(_ names: RubyList, from start: Int) -> RubyNode {
    let value = add(.error, from: start)
    guard !names.isEmpty else { return value }
    return add(.multipleAssignment(add(.targets(names), from: start), value), from: start)
  }

  /// Reads what a list is taken apart into, without its brackets: `a, *b`, `*, a, *`; or a hash: `a:, **b`.
  private mutating func patternElements(mayHaveKeys: Bool) throws(Stop) {
    var start = try patternStart()
    var (values, rests, beginsWithRest) = (0, 0, false)
    while true {
      guard case .value(let head) = start else {
        guard mayHaveKeys, values + rests == 0 else { throw unexpected() }
        return try keyedPatterns(start)
      }
      if head == nil, byte == "*" {
        // A second one is the end of `*, a, *`.
        guard rests == 0 || beginsWithRest && values > 0 else { throw unexpected() }
        beginsWithRest = values == 0
        rests += 1
        position += 1
        restName()
      } else {
        try patternValue(head)
        values += 1
      }
      guard rests < 2, takePatternComma() else { return }
      // `in a,` takes the rest of the list.
      if rests == 0, endsPattern() { return }
      start = try patternStart()
    }
  }

  /// Reads `name:`, `name: pattern` and `**rest`, as far as commas go.
  private mutating func keyedPatterns(_ first: PatternStart) throws(Stop) {
    var start = first
    var keys: Set<RubyName> = []
    while true {
      switch start {
      case .keyRest:
        position += 2
        space()
        if !take(.nilWord) { restName() }
        return
      case .key(let key, let canStandAlone):
        guard keys.insert(key.name).inserted else {
          throw stop(.invalid("two keys of a pattern are the same"), at: key.range)
        }
        try keyedPattern(key, canStandAlone)
      case .value: throw unexpected()
      }
      guard takePatternComma(), !endsPattern() else { return }
      start = try patternStart()
    }
  }

  private mutating func keyedPattern(_ key: RubyWord, _ canStandAlone: Bool) throws(Stop) {
    if patternScope.isBraced { space() } else { blanks() }
    guard endsPattern() || byte == "," || byte == "\n" else { return try patternValue(nil) }
    guard canStandAlone else {
      throw stop(.invalid("only a key that can be a variable stands without a pattern"), at: key.range)
    }
    try set(key)
  }

  private mutating func patternStart() throws(Stop) -> PatternStart {
    if byte == "*", peek(1) == "*" { return .keyRest }
    if isLabel() {
      let name = takeWord()
      position += 1
      return .key(name, canStandAlone: canBeVariable(name))
    }
    guard byte == "\"" || byte == "'" else { return .value(nil) }
    let start = position
    let form = StringForm(
      closing: byte, opening: nil, isInterpolated: byte == "\"", opened: ByteRange(start, start + 1))
    let parts = try quoted(form)
    guard byte == ":", peek(1) != ":" else { return .value(try joined(add(.string(parts), from: start))) }
    guard !isInterpolated(parts) else { throw unexpected() }
    let name = word(start + 1, position - 1)
    position += 1
    return .key(name, canStandAlone: !name.range.isEmpty && isPlain(name) && canBeVariable(name))
  }

  private func isInterpolated(_ parts: RubyList) -> Bool {
    lists[Int(parts.first)..<Int(parts.first) + parts.count].contains {
      if case .interpolation = shape($0) { true } else { false }
    }
  }

  private func isPlain(_ name: RubyWord) -> Bool {
    bytes[name.range.start].isNameStart && bytes[name.range.indices].allSatisfy(\.isNameByte)
  }

  private func canBeVariable(_ name: RubyWord) -> Bool {
    !bytes[name.range.start].isUpper && bytes[name.range.end - 1].isNameByte
  }

  /// Takes a comma and the space behind it; where none follows, the position stays.
  private mutating func takePatternComma() -> Bool {
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

  private mutating func endsPattern() -> Bool {
    switch byte {
    case ")", "]", "}", ";": true
    case 0: position >= limit
    default: nextKeyword().map { [.then, .and, .or].contains($0) } ?? false
    }
  }

  /// Takes the name behind `*` or `**`, if there is one; it may be that of another part of the pattern.
  private mutating func restName() {
    space()
    guard byte.isNameStart, !byte.isUpper, RubyKeyword(nextWord().name) == nil else { return }
    declare(patternName: takeWord())
  }

  /// Reads `a | b => name`.
  mutating func patternValue(_ head: RubyNode?) throws(Stop) {
    try descend()
    defer { depth -= 1 }
    try alternatives(head)
    while true {
      let end = position
      blanks()
      guard byte == "=", peek(1) == ">" else {
        position = end
        return
      }
      position += 2
      space()
      guard byte.isNameStart, RubyKeyword(nextWord().name) == nil else { throw unexpected() }
      try set(takeWord())
    }
  }

  private mutating func alternatives(_ head: RubyNode?) throws(Stop) {
    let mark = pending.count
    var count = 1
    try singlePattern(head)
    while true {
      let end = position
      blanks()
      guard byte == "|" else {
        position = end
        break
      }
      position += 1
      space()
      try singlePattern(nil)
      count += 1
    }
    guard count > 1 else { return }
    for name in pending[mark...] where bytes[start(name)] != "_" {
      throw stop(
        .invalid("one of several patterns cannot set a variable"), at: ByteRange(start(name), end(name)))
    }
  }

  /// Reads what brackets hold; the position stands at the opening one.
  mutating func bracketedPattern(_ closing: Unicode.Scalar, mayHaveKeys: Bool) throws(Stop) {
    try descend()
    let outer = patternScope.isBraced
    defer {
      depth -= 1
      patternScope.isBraced = outer
    }
    let opening = ByteRange(position, position + 1)
    if byte == "{" { patternScope.isBraced = true }
    position += 1
    space()
    if byte != closing {
      if closing == "}" {
        try keyedPatterns(try patternStart())
      } else {
        try patternElements(mayHaveKeys: mayHaveKeys)
      }
      space()
    }
    try expect(closing, opening: opening)
  }

  /// Makes a variable of a name.
  mutating func set(_ word: RubyWord) throws(Stop) {
    guard canBeVariable(word) else { throw stop(.invalid("this cannot be a variable"), at: word.range) }
    if isNumbered(word) {
      throw stop(.invalid("`_1` to `_9` are kept for the parameters of blocks"), at: word.range)
    }
    if bytes[word.range.start] != "_", !patternScope.names.insert(word.name).inserted {
      throw stop(.invalid("two variables of a pattern have the same name"), at: word.range)
    }
    declare(patternName: word)
  }

  private mutating func declare(patternName word: RubyWord) {
    scopes.declare(word.name)
    pending.append(add(.local(word), word.range.start, word.range.end))
  }
}
