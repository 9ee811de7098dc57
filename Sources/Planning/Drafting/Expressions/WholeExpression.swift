/// Turns an expression that some line must match into one that the whole text then matches, and no other text.
///
/// Lines end at LF, a CR before it dropped, and after the last LF there is no line. A match within a line is one of the text;
/// what differs is its end, where a CR may stand that is no part of the line, and a match of nothing after the last line.
enum WholeExpression {
  /// The expression for the text; throws where there is none.
  static func text(for pattern: String) throws(Inexpressible) -> String {
    let folded = "(?i)"
    // Elsewhere each letter says by itself that case does not matter.
    let foldsAll =
      pattern.hasPrefix(folded)
      && !pattern.dropFirst(folded.count).replacing("(?:", with: "").contains("(?")
    var parser = LineExpressionParser(foldsAll ? String(pattern.dropFirst(folded.count)) : pattern)
    let whole = try inText(trimmed(try parser.parse()))
    guard whole != .never else { throw Inexpressible("no line can match it") }
    let flags = (foldsAll ? "i" : "") + (whole.asksForLines ? "m" : "")
    let text = (flags.isEmpty ? "" : "(?\(flags))") + whole.source
    guard DraftMatcher.isExpression(text) else { throw Inexpressible("it is too large for a whole text") }
    return text
  }

  private static func inText(_ line: LineExpression) throws(Inexpressible) -> LineExpression {
    let end = try line.upToEnd()
    let inner = line.withoutEnd
    let other = try line.endingOtherwise()
    if other == line {
      return .either([inner, .joined([end, .repeated(mark("\\r"), 0, 1), .lineEnd])])
    }
    let nothing = line.emptyPart
    return .either([
      // Something of the line, or its CR, follows.
      .joined([inner, mark("[^\\n]")]),
      .joined([end, mark("\\r"), .lineEnd]),
      // Nothing follows, and no CR stands before.
      .joined([other, .lineEnd]),
      // A match of nothing, at the end of a line or in an empty one.
      nothing.beginsLine ? .never : .joined([mark("[^\\r\\n]"), nothing, .lineEnd]),
      .joined([.lineStart, nothing, mark("\\n")]),
    ])
  }

  private static func mark(_ source: String) -> LineExpression {
    .character(LineCharacter(source: source, sourceWithoutReturn: source))
  }

  /// Without what can be left out at both ends of a search.
  private static func trimmed(_ line: LineExpression) -> LineExpression {
    var parts = line.parts
    while let last = parts.last, last.isNeedless { parts.removeLast() }
    while let first = parts.first, first.isNeedless { parts.removeFirst() }
    return .joined(parts)
  }
}

extension LineExpression {
  fileprivate var beginsLine: Bool { parts.first == .lineStart }

  /// Whether it can always match nothing.
  fileprivate var isNeedless: Bool { emptyPart == .empty }

  fileprivate var asksForLines: Bool {
    switch self {
    case .lineStart, .lineEnd: true
    case .character, .boundary: false
    case .sequence(let parts), .choice(let parts): parts.contains(where: \.asksForLines)
    case .repetition(let part, _, _): part.asksForLines
    }
  }
}
