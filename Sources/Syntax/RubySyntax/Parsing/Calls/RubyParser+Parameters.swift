import Source

extension RubyParser {
  /// Where parameters stand, which decides how they end.
  enum ParameterPlace {
    /// `(…)` after `def` or `->`.
    case parentheses
    /// Up to the line end, after `def`.
    case line
    /// `|…|`.
    case bars
    /// Up to `{` or `do`, after `->`.
    case arrow
  }

  /// Reads the parameters of a method, block or lambda, their brackets included.
  mutating func parameters(in place: ParameterPlace) throws(Stop) -> RubyNode {
    try descend()
    let outer = allowsDo
    if place == .parentheses || place == .bars { allowsDo = true }
    if place == .arrow { allowsDo = false }
    defer {
      depth -= 1
      allowsDo = outer
    }
    let start = position
    let opening = ByteRange(position, position + 1)
    let mark = pending.count
    if place == .parentheses || place == .bars { position += 1 }
    skip(place)
    while !endsParameters(place), byte != ";" {
      try parameter(place)
      skip(place)
      guard byte == "," else { break }
      position += 1
      space()
      if endsParameters(place) {
        guard place == .bars else { throw unexpected() }
        let nothing = RubyParameter(kind: .rest, name: nil, value: nil)
        pending.append(add(.parameter(nothing), position - 1, position - 1))
      }
    }
    if byte == ";", place != .line { try blockLocals(place) }
    if place == .parentheses { try expect(")", opening: opening) }
    if place == .line, !endsParameters(place) { throw unexpected() }
    if place == .bars { try expect("|", opening: opening) }
    return add(.parameters(list(since: mark)), from: start)
  }

  private mutating func skip(_ place: ParameterPlace) {
    if place == .parentheses || place == .bars { space() } else { blanks() }
  }

  private mutating func endsParameters(_ place: ParameterPlace) -> Bool {
    switch place {
    case .parentheses: byte == ")"
    case .bars: byte == "|"
    case .line: byte == "\n" || byte == ";" || byte == "=" || position >= limit
    case .arrow: byte == "{" || nextKeyword() == .doWord
    }
  }

  private mutating func blockLocals(_ place: ParameterPlace) throws(Stop) {
    repeat {
      position += 1
      space()
      if endsParameters(place) { return }
      let start = position
      let name = try parameterName()
      pending.append(add(.parameter(RubyParameter(kind: .blockLocal, name: name, value: nil)), from: start))
      space()
    } while byte == ","
  }

  private mutating func parameter(_ place: ParameterPlace) throws(Stop) {
    let start = position
    switch byte {
    case "(":
      let value = try destructured()
      append(.destructured, nil, value, from: start)
    case "*":
      let isDouble = peek(1) == "*"
      position += isDouble ? 2 : 1
      blanks()
      if isDouble, take(.nilWord) { return append(.noKeywords, nil, nil, from: start) }
      let name = byte.isNameStart && nextKeyword() != .doWord ? try parameterName() : nil
      append(isDouble ? .keywordRest : .rest, name, nil, from: start)
    case "&":
      position += 1
      blanks()
      let name = byte.isNameStart ? try parameterName() : nil
      append(.block, name, nil, from: start)
    case "." where stands("...", at: position) && place != .bars && place != .arrow:
      position += 3
      append(.forwarded, nil, nil, from: start)
    default: try namedParameter(place, from: start)
    }
  }

  private mutating func append(
    _ kind: RubyParameter.Kind, _ name: RubyWord?, _ value: RubyNode?, from start: Int
  ) {
    pending.append(add(.parameter(RubyParameter(kind: kind, name: name, value: value)), from: start))
  }

  private mutating func namedParameter(_ place: ParameterPlace, from start: Int) throws(Stop) {
    guard byte.isNameStart else { throw unexpected() }
    if isLabel() {
      let name = try parameterName(isLabel: true)
      position += 1
      let end = position
      skip(place)
      guard byte != ",", byte != ";", !endsParameters(place), byte != "\n" else {
        position = end
        return append(.requiredKeyword, name, nil, from: start)
      }
      let value = try defaultValue(place)
      return append(.optionalKeyword, name, value, from: start)
    }
    let name = try parameterName()
    let end = position
    blanks()
    guard byte == "=" else {
      position = end
      return append(.required, name, nil, from: start)
    }
    position += 1
    space()
    let value = try defaultValue(place)
    append(.optional, name, value, from: start)
  }

  /// A default between bars ends at the next one, so it has no operators.
  private mutating func defaultValue(_ place: ParameterPlace) throws(Stop) -> RubyNode {
    guard place == .bars else { return try argument(0, .argument) }
    return try argument(Int.max, .argument)
  }

  private mutating func parameterName(isLabel: Bool = false) throws(Stop) -> RubyWord {
    let name = nextWord()
    let range = name.range
    let isReserved = RubyKeyword(name.name) != nil && !isLabel
    guard byte.isNameStart, !byte.isUpper, !isReserved, bytes[range.end - 1].isNameByte else {
      throw unexpected()
    }
    position = range.end
    if isNumbered(name) {
      throw stop(.invalid("`_1` to `_9` are kept for the parameters of blocks"), at: range)
    }
    if scopes.declaresHere(name.name), bytes[range.start] != "_" {
      throw stop(.invalid("two parameters have the same name"), at: range)
    }
    scopes.shadow(name.name)
    return name
  }

  private mutating func destructured() throws(Stop) -> RubyNode {
    try descend()
    defer { depth -= 1 }
    let start = position
    let mark = pending.count
    position += 1
    while true {
      space()
      let at = position
      if byte == "(" {
        pending.append(try destructured())
      } else if byte == "*" {
        position += 1
        var name: RubyNode?
        if byte.isNameStart {
          let word = try parameterName()
          name = add(.local(word), word.range.start, word.range.end)
        }
        pending.append(add(.splat(name), from: at))
      } else if byte == ")", pending.count > mark {
        break
      } else {
        let word = try parameterName()
        pending.append(add(.local(word), from: at))
      }
      space()
      guard byte == "," else { break }
      position += 1
    }
    try expect(")")
    return add(.targets(list(since: mark)), from: start)
  }

  /// Reads `{ |…| … }`, which the position stands at.
  mutating func braceBlock() throws(Stop) -> RubyNode {
    try descend()
    scopes.enter(.open)
    defer {
      depth -= 1
      scopes.leave()
    }
    let start = position
    position += 1
    let parameters = try blockParameters()
    let body = statements()
    try expect("}", opening: ByteRange(start, start + 1))
    return add(.block(RubyBlock(parameters: parameters, body: body, isKeyword: false)), from: start)
  }

  /// Reads `do |…| … end`, which the position stands at.
  mutating func doBlock() throws(Stop) -> RubyNode {
    try descend()
    scopes.enter(.open)
    defer {
      depth -= 1
      scopes.leave()
    }
    let start = position
    _ = takeWord()
    let opening = ByteRange(start, position)
    let parameters = try blockParameters()
    let body = try body()
    try close(opening)
    return add(.block(RubyBlock(parameters: parameters, body: body, isKeyword: true)), from: start)
  }

  private mutating func blockParameters() throws(Stop) -> RubyNode? {
    let end = position
    space()
    guard byte == "|" else {
      position = end
      return nil
    }
    return try parameters(in: .bars)
  }

  /// Reads `->(…) { … }`, which the position stands at.
  mutating func lambda() throws(Stop) -> RubyNode {
    try descend()
    scopes.enter(.open)
    defer {
      depth -= 1
      scopes.leave()
    }
    let start = position
    position += 2
    var parameters: RubyNode?
    blanks()
    if byte == "(" {
      parameters = try self.parameters(in: .parentheses)
    } else if byte != "{", nextKeyword() != .doWord {
      parameters = try self.parameters(in: .arrow)
    }
    blanks()
    let opening = position
    if byte == "{" {
      position += 1
      let body = statements()
      try expect("}", opening: ByteRange(opening, opening + 1))
      return add(.lambda(RubyBlock(parameters: parameters, body: body, isKeyword: false)), from: start)
    }
    guard take(.doWord) else { throw unexpected() }
    let body = try body()
    try close(ByteRange(opening, opening + 2))
    return add(.lambda(RubyBlock(parameters: parameters, body: body, isKeyword: true)), from: start)
  }
}
