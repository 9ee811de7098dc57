import DataSyntax
import Diagnostics
import RegularExpressions

extension MatcherParser {
  /// The names of the matchers, as goss has them.
  package static let names: [String] = [
    "equal", "have-prefix", "have-suffix", "contain-substring", "match-regexp", "have-len", "have-key",
    "have-patterns",
    "contain-element", "contain-elements", "consist-of", "not", "and", "or", "gt", "ge", "lt", "le",
    "semver-constraint",
  ]

  /// A map with one key: a matcher by its name.
  mutating func named(_ node: DataNode, at position: Position) -> Matcher.Form? {
    let entries = node.entries
    guard let entry = entries.first, let name = entry.key.string else {
      return fault(node, "a matcher is missing", help: "name one: \(Self.names.joined(separator: ", "))")
    }
    guard entries.count == 1 else {
      return fault(
        entries[1].key, "only one matcher is allowed at a level, here are \(entries.count)",
        help: "join them: `and: [{\(name): …}, {\(entries[1].key.string ?? ""): …}]`")
    }
    // Only ours passes the meaning of lists on: under `not` goss takes them for elements.
    let inner = dialect == .ovenproof ? position : .value
    if name != "consist-of", name != "equal", name != "or", isVacuous(entry.value) { return nil }
    switch name {
    case "not": return matcher(entry.value, at: inner).map { .not($0) }
    case "and": return matchers(entry.value, at: inner).map { .all($0) }
    case "or": return matchers(entry.value, at: inner).map { .any($0) }
    case "equal": return value(entry.value).map { .equal($0) }
    case "have-key": return matcher(entry.value).map { .key($0) }
    case "have-patterns": return patterns(entry.value).map { .patterns($0) }
    case "contain-element": return element(entry.value).map { .containElement($0) }
    case "contain-elements": return matchers(entry.value, at: .value).map { .containElements($0) }
    case "consist-of": return matchers(entry.value, at: .value).map { .consistOf($0) }
    default: return leaf(name, entry)
    }
  }

  private mutating func leaf(_ name: String, _ entry: DataEntry) -> Matcher.Form? {
    if let order = Matcher.Comparison(rawValue: name) {
      guard !isOfVersions else { return orderOfVersions(order, entry) }
      return number(entry.value).map { .comparison(order, $0) }
    }
    switch name {
    case "have-prefix": return text(entry.value).map { .prefix($0) }
    case "have-suffix": return text(entry.value).map { .suffix($0) }
    case "contain-substring": return text(entry.value).map { .substring($0) }
    case "match-regexp": return expression(entry.value).map { .expression($0) }
    case "have-len": return number(entry.value).flatMap { length($0, entry.value) }
    case "semver-constraint":
      return range(entry.value).map { .versions($0, dialect == .goss ? .strict : .lenient) }
    default: return unknown(name, entry.key)
    }
  }

  private mutating func orderOfVersions(_ order: Matcher.Comparison, _ entry: DataEntry) -> Matcher.Form? {
    let sign =
      switch order {
      case .greater: ">"
      case .atLeast: ">="
      case .less: "<"
      case .atMost: "<="
      }
    return fault(
      entry.key, "`\(order.rawValue)` compares numbers, and a version is none: 1.10 comes after 1.9",
      help: "write `{semver-constraint: \"\(sign)\(entry.value.string ?? "1.9")\"}`")
  }

  private mutating func unknown(_ name: String, _ key: DataNode) -> Matcher.Form? {
    let nearest = Suggestion.nearest(to: name, among: Self.names)
    return refuse(
      Diagnostic(
        "spec/unknown-matcher", .error, "`\(name)` is no matcher", at: key.contentLocation,
        help: nearest.map { "did you mean `\($0)`?" }
          ?? "the matchers are \(Self.names.joined(separator: ", "))",
        fixes: nearest.map { [Fix(.safe, edits: [.init(replacing: key.contentLocation, with: $0)])] } ?? []))
  }

  private mutating func element(_ node: DataNode) -> Matcher? {
    guard node.kind != .sequence, node.kind != .bool else {
      return wrongKind(node, expected: "a matcher, a text or a number")
    }
    return matcher(node)
  }

  private mutating func text(_ node: DataNode) -> String? {
    guard node.kind == .string || node.kind == .number && dialect == .ovenproof, let text = node.string else {
      return wrongKind(node, expected: "a text")
    }
    return text
  }

  private mutating func number(_ node: DataNode) -> Number? {
    // A property may write its numbers in its own way, as spans of time are.
    if node.kind == .string, Number(text: node.string ?? "") == nil,
      case .form(.number(let number)) = notation(of: node)
    {
      return number
    }
    guard node.kind == .number, let number = node.string.flatMap({ Number(written: $0) }) else {
      return wrongKind(node, expected: "a number")
    }
    return number
  }

  private mutating func length(_ number: Number, _ node: DataNode) -> Matcher.Form? {
    guard let length = Int(exactly: number.double.rounded(.towardZero)), length >= 0 else {
      return fault(node, "a length is a number from 0")
    }
    return .length(length)
  }

  private mutating func range(_ node: DataNode) -> VersionRange? {
    guard let text = text(node) else { return nil }
    guard let range = VersionRange(text), range.isStrict || dialect == .ovenproof else {
      return fault(
        node, "`\(text)` is no range of versions",
        help: "write `>=1.2.0 <2.0.0`, `1.x` or `<1.0.0 || >=2.0.0`")
    }
    return range
  }

  private mutating func expression(_ node: DataNode) -> RegularExpression? {
    guard let text = text(node) else { return nil }
    do throws(RegularExpressionError) {
      return try RegularExpression(text)
    } catch {
      return badExpression(error, node)
    }
  }

  mutating func badExpression<Value>(_ error: RegularExpressionError, _ node: DataNode) -> Value? {
    refuse(Self.notExpression(error, node))
  }

  static func notExpression(_ error: RegularExpressionError, _ node: DataNode) -> Diagnostic {
    Diagnostic(
      "spec/bad-expression", .error, "`\(error.pattern)` is no regular expression: \(error.reason)",
      at: node.contentLocation, help: "the syntax is RE2's: https://github.com/google/re2/wiki/Syntax")
  }
}
