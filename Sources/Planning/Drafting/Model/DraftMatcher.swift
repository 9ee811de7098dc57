import DataSyntax
import RegularExpressions

/// The matchers of draft values.
enum DraftMatcher {
  static let names: Set<String> = [
    "equal", "have-prefix", "have-suffix", "contain-substring", "match-regexp", "have-len", "have-key",
    "have-patterns", "contain-element", "contain-elements", "consist-of", "not", "and", "or", "gt", "ge",
    "lt", "le",
    "semver-constraint",
  ]

  /// The expression of `/expression/`, and whether it is `!/expression/`; nil for other texts.
  static func expression(_ text: String) -> (pattern: String, isInverse: Bool)? {
    let body = text.hasPrefix("!") ? text.dropFirst() : text[...]
    guard body.utf8.count > 2, body.hasPrefix("/"), body.hasSuffix("/") else { return nil }
    return (String(body.dropFirst().dropLast()), text.hasPrefix("!"))
  }

  /// Whether a text is a regular expression of RE2.
  static func isExpression(_ pattern: String) -> Bool { (try? RegularExpression(pattern)) != nil }

  /// A text that would be taken for an expression is said to be meant as it stands.
  static func literal(_ text: String) -> JSONText {
    expression(text) == nil ? .string(text) : named("equal", .string(text))
  }

  static func named(_ name: String, _ argument: JSONText) -> JSONText { .object([.init(name, argument)]) }

  /// A value that demands all of some: itself where it is one.
  static func all(_ matchers: [JSONText]) -> JSONText {
    matchers.count == 1 ? matchers[0] : named("and", .array(matchers))
  }
}
