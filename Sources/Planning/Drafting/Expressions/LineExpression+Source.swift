extension LineExpression {
  /// The expression as RE2 and Go read it, where `^` and `$` are those of lines.
  var source: String {
    switch self {
    case .character(let character): character.source
    case .boundary(let word): word
    case .lineStart: "^"
    case .lineEnd: "$"
    case .sequence(let parts): parts.map(\.sourceInSequence).joined()
    case .choice(let parts): parts.map(\.source).joined(separator: "|")
    case .repetition(let part, let least, let most): part.sourceOfOne + Self.mark(least, most)
    }
  }

  private var sourceInSequence: String {
    if case .choice = self { "(?:\(source))" } else { source }
  }

  private var sourceOfOne: String {
    if case .character = self { source } else { "(?:\(source))" }
  }

  private static func mark(_ least: Int, _ most: Int?) -> String {
    switch (least, most) {
    case (0, nil): "*"
    case (1, nil): "+"
    case (0, 1?): "?"
    case (_, nil): "{\(least),}"
    case (_, let most?): least == most ? "{\(least)}" : "{\(least),\(most)}"
    }
  }
}
