/// An expression for one line as a tree, as far as it matters where a match begins and ends.
///
/// No character of it is a line break, for a line has none. Groups are no captures, and lazy repetitions are plain ones: both
/// leave open only what a match is, never whether there is one.
indirect enum LineExpression: Sendable, Hashable {
  case character(LineCharacter)
  /// `\b` or `\B`.
  case boundary(String)
  case lineStart
  case lineEnd
  case sequence([LineExpression])
  case choice([LineExpression])
  /// `most` is nil where there is no end to it.
  case repetition(LineExpression, least: Int, most: Int?)

  static let empty = LineExpression.sequence([])
  /// What nothing matches.
  static let never = LineExpression.choice([])

  /// One after the other: nothing where a part is never matched.
  static func joined(_ parts: [LineExpression]) -> LineExpression {
    if parts.contains(.never) { return .never }
    var flat: [LineExpression] = []
    for part in parts.flatMap(\.parts) {
      // What holds at a place holds there twice.
      if flat.last == part, [.lineStart, .lineEnd].contains(part) { continue }
      flat.append(part)
    }
    return flat.count == 1 ? flat[0] : .sequence(flat)
  }

  /// One or another of those that can be matched.
  static func either(_ parts: [LineExpression]) -> LineExpression {
    var flat: [LineExpression] = []
    for part in parts {
      let inner = if case .choice(let choices) = part { choices } else { [part] }
      flat += inner.filter { !flat.contains($0) }
    }
    return flat.count == 1 ? flat[0] : .choice(flat)
  }

  /// What stands in a row.
  var parts: [LineExpression] { if case .sequence(let parts) = self { parts } else { [self] } }

  static func repeated(_ part: LineExpression, _ least: Int, _ most: Int?) -> LineExpression {
    if part == .never { return least == 0 ? .empty : .never }
    if part == .empty || most == 0 { return .empty }
    return least == 1 && most == 1 ? part : .repetition(part, least: least, most: most)
  }
}
