import DataSyntax

/// Expressions that a text as a whole must and must not hold.
struct WholePatterns {
  private var expected: [String] = []
  private var excluded: [String] = []

  init(_ value: JSONText) throws(Inexpressible) { try take(value) }

  func members(_ expectedKey: String, _ excludedKey: String) -> [JSONText.Member] {
    [(expectedKey, expected), (excludedKey, excluded)].filter { !$0.1.isEmpty }.map {
      .init($0.0, .strings($0.1))
    }
  }

  private mutating func take(_ value: JSONText, isInverse: Bool = false) throws(Inexpressible) {
    switch value {
    case .array(let patterns) where !isInverse: for pattern in patterns { try take(line: pattern) }
    case .object(let members) where members.count == 1:
      switch (members[0].key, members[0].value) {
      case ("match-regexp", .string(let pattern)): add(pattern, isInverse)
      case ("contain-substring", .string(let text)): add(Self.quoted(text), isInverse)
      case ("have-patterns", let patterns) where !isInverse: try take(patterns)
      case ("not", let inner) where !isInverse: try take(inner, isInverse: true)
      case ("and", .array(let matchers)) where !isInverse: for matcher in matchers { try take(matcher) }
      default: throw Inexpressible("container-structure-test can only search a text for expressions")
      }
    default: throw Inexpressible("container-structure-test can only search a text for expressions")
    }
  }

  /// A pattern for a line, as one for the whole text.
  private mutating func take(line pattern: JSONText) throws(Inexpressible) {
    guard case .string(let text) = pattern else { throw Inexpressible("a pattern is no text") }
    if let expression = DraftMatcher.expression(text) {
      do throws(Inexpressible) {
        return add(try WholeExpression.text(for: expression.pattern), expression.isInverse)
      } catch {
        throw Inexpressible("`\(text)` is for one line: \(error.reason)")
      }
    }
    guard !text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
      throw Inexpressible("a pattern for one line holds a line break")
    }
    let isInverse = text.hasPrefix("!")
    let written = isInverse ? text.dropFirst() : text[...]
    let body = written == "/" ? written : written.drop { "\\/!".contains($0) }
    guard !body.isEmpty else { throw Inexpressible("container-structure-test has no empty patterns") }
    add(Self.quoted(String(body)), isInverse)
  }

  private mutating func add(_ pattern: String, _ isInverse: Bool) {
    if isInverse { excluded.append(pattern) } else { expected.append(pattern) }
  }

  /// A text as an expression that means nothing else.
  private static func quoted(_ text: String) -> String {
    var pattern = ""
    for scalar in text.unicodeScalars {
      if "\\.+*?()|[]{}^$".unicodeScalars.contains(scalar) { pattern += "\\" }
      pattern.unicodeScalars.append(scalar)
    }
    return pattern
  }
}
