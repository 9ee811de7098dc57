import DataSyntax

/// Turns a value of ours into one of goss that means the same.
struct GossForm {
  let property: String

  private var isReader: Bool { ["contents", "stdout", "stderr"].contains(property) }
  private var hasExpressions: Bool { property == "version" || property == "versions" }

  func value(_ value: JSONText) throws(Inexpressible) -> JSONText { try translated(value, isTop: true) }

  private func translated(_ value: JSONText, isTop: Bool = false) throws(Inexpressible) -> JSONText {
    switch value {
    case .null, .bool, .integer, .number: return value
    case .string(let text):
      if property == "owner" || property == "group", !text.isEmpty, text.allSatisfy(\.isNumber) {
        throw Inexpressible("goss fails for an owner without a name: assert `uid` or `gid`")
      }
      return textual(text)
    case .array(let items):
      guard isReader else { return .array(try all(items)) }
      for item in items {
        guard case .string(let text) = item, !Self.looksForNothing(text) else {
          throw Inexpressible("goss cannot look for one of its patterns")
        }
      }
      // Below `not` goss takes a list for elements.
      return isTop ? value : DraftMatcher.named("have-patterns", value)
    case .object(let members):
      guard members.count == 1, let member = members.first, DraftMatcher.names.contains(member.key) else {
        throw Inexpressible("goss has no matcher of this form")
      }
      return .object([.init(member.key, try argument(of: member))])
    }
  }

  /// Whether a pattern holds nothing but marks: goss crashes on one, and finds the others in no empty text.
  private static func looksForNothing(_ text: String) -> Bool {
    let body = text.hasPrefix("!") ? text.dropFirst() : text[...]
    let isExpression = body.utf8.count > 1 && body.hasPrefix("/") && body.hasSuffix("/")
    return !isExpression && body.allSatisfy { "\\/!".contains($0) }
  }

  private func all(_ items: [JSONText]) throws(Inexpressible) -> [JSONText] {
    var translated: [JSONText] = []
    for item in items { translated.append(try self.translated(item)) }
    return translated
  }

  private func argument(of member: JSONText.Member) throws(Inexpressible) -> JSONText {
    switch member.key {
    case "semver-constraint": throw Inexpressible("goss compares versions by other rules than Ovenproof")
    case "equal":
      // A list of texts, versions of a package too, never equals one text to goss.
      if hasExpressions { throw Inexpressible("goss compares a list of versions with no text") }
      return member.value
    case "have-prefix", "have-suffix", "contain-substring", "match-regexp", "gt", "ge", "lt", "le",
      "have-len",
      "have-patterns":
      return member.value
    case "and", "or", "contain-elements", "consist-of":
      guard case .array(let items) = member.value else {
        throw Inexpressible("goss has no matcher of this form")
      }
      if isReader, member.key == "contain-elements" || member.key == "consist-of" { return member.value }
      return .array(try all(items))
    default: return try translated(member.value)
    }
  }

  private func textual(_ text: String) -> JSONText {
    guard hasExpressions, let expression = DraftMatcher.expression(text) else { return .string(text) }
    let matcher = DraftMatcher.named("match-regexp", .string(expression.pattern))
    return expression.isInverse ? DraftMatcher.named("not", matcher) : matcher
  }
}
