/// What of an expression can be matched where, as a line's end is not the text's: a carriage return before a line break
/// belongs to no line.
extension LineExpression {
  /// Whether it can match nothing.
  var canBeEmpty: Bool { emptyPart != .never }

  /// What remains of it where it takes no character: the conditions of the place.
  var emptyPart: LineExpression {
    switch self {
    case .character: .never
    case .boundary, .lineStart, .lineEnd: self
    case .sequence(let parts): .joined(parts.map(\.emptyPart))
    case .choice(let parts): .either(parts.map(\.emptyPart))
    case .repetition(let part, let least, _): least == 0 ? .empty : part.emptyPart
    }
  }

  /// Whether the last character that it takes can be a carriage return.
  private var canEndWithReturn: Bool {
    switch self {
    case .character(let character): character.canBeReturn
    case .boundary, .lineStart, .lineEnd: false
    case .sequence(let parts):
      parts.reversed().prefix { $0.canBeEmpty }.contains(where: \.canEndWithReturn)
        || (parts.last { !$0.canBeEmpty }?.canEndWithReturn ?? false)
    case .choice(let parts): parts.contains(where: \.canEndWithReturn)
    case .repetition(let part, _, _): part.canEndWithReturn
    }
  }

  /// The part that takes characters, the last one of which is no carriage return.
  func endingOtherwise() throws(Inexpressible) -> LineExpression {
    if !canBeEmpty, !canEndWithReturn { return self }
    switch self {
    case .character(let character):
      guard !character.isUntold else {
        throw Inexpressible("`\(character.source)` may take the end of a line")
      }
      guard let source = character.sourceWithoutReturn else { return .never }
      return .character(LineCharacter(source: source, sourceWithoutReturn: source))
    case .boundary, .lineStart, .lineEnd: return .never
    case .sequence(let parts):
      var ways: [LineExpression] = []
      for index in parts.indices.reversed() {
        let rest = parts[(index + 1)...].map(\.emptyPart)
        if rest.contains(.never) { break }
        ways.append(.joined(parts[..<index] + [try parts[index].endingOtherwise()] + rest))
      }
      return .either(ways.reversed())
    case .choice(let parts):
      var ways: [LineExpression] = []
      for part in parts { ways.append(try part.endingOtherwise()) }
      return .either(ways)
    case .repetition(let part, let least, let most):
      guard [.never, .empty].contains(part.emptyPart) else {
        throw Inexpressible("a condition of a place is repeated")
      }
      // Where a turn can take nothing, fewer turns are as many.
      let before = part.canBeEmpty ? 0 : max(least - 1, 0)
      return .joined([.repeated(part, before, most.map { $0 - 1 }), try part.endingOtherwise()])
    }
  }

  /// The part that does not ask for the end of the line.
  var withoutEnd: LineExpression {
    switch self {
    case .lineEnd: .never
    case .sequence(let parts): .joined(parts.map(\.withoutEnd))
    case .choice(let parts): .either(parts.map(\.withoutEnd))
    case .repetition(let part, let least, let most): .repeated(part.withoutEnd, least, most)
    case .character, .boundary, .lineStart: self
    }
  }

  /// The part that asks for the end of the line and takes nothing after it, without that question.
  func upToEnd() throws(Inexpressible) -> LineExpression {
    switch self {
    case .lineEnd: return .empty
    case .character, .boundary, .lineStart: return .never
    case .sequence(let parts):
      var ways: [LineExpression] = []
      for index in parts.indices {
        let rest = parts[(index + 1)...].map(\.emptyPart.takingEndForGranted)
        ways.append(.joined(parts[..<index].map(\.withoutEnd) + [try parts[index].upToEnd()] + rest))
      }
      return .either(ways)
    case .choice(let parts):
      var ways: [LineExpression] = []
      for part in parts { ways.append(try part.upToEnd()) }
      return .either(ways)
    case .repetition(let part, let least, let most):
      let end = try part.upToEnd()
      if end == .never { return .never }
      guard least < 2 else { throw Inexpressible("the end of a line is repeated") }
      return .joined([.repeated(part.withoutEnd, 0, most.map { $0 - 1 }), end])
    }
  }

  private var takingEndForGranted: LineExpression {
    switch self {
    case .lineEnd: .empty
    case .sequence(let parts): .joined(parts.map(\.takingEndForGranted))
    case .choice(let parts): .either(parts.map(\.takingEndForGranted))
    case .repetition(let part, let least, let most): .repeated(part.takingEndForGranted, least, most)
    case .character, .boundary, .lineStart: self
    }
  }
}
