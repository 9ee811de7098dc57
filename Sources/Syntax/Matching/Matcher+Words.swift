import RegularExpressions

extension Matcher {
  /// What the matcher expects, as compact JSON.
  var argument: String {
    switch form {
    case .text(let text), .prefix(let text), .suffix(let text), .substring(let text): Subject.quoted(text)
    case .number(let number), .comparison(_, let number): number.description
    case .bool(let value): value.description
    case .equal(let value), .exact(let value): value.json
    case .expression(let expression): Subject.quoted(expression.pattern)
    case .length(let length): length.description
    case .patterns(let patterns): "[" + patterns.map { Subject.quoted($0.text) }.joined(separator: ",") + "]"
    case .elements(let matchers), .containElements(let matchers), .consistOf(let matchers),
      .all(let matchers),
      .any(let matchers):
      "[" + matchers.map(\.argumentInList).joined(separator: ",") + "]"
    case .key(let matcher), .containElement(let matcher): matcher.argumentInList
    case .not(let matcher): matcher.argument
    case .versions(let range, _): Subject.quoted(range.text)
    }
  }

  /// The matcher as compact JSON: plain values bare, others with their name.
  var argumentInList: String {
    guard let name else { return argument }
    if case .not(let matcher) = form { return "{\(Subject.quoted(name)):\(matcher.argumentInList)}" }
    return "{\(Subject.quoted(name)):\(argument)}"
  }

  /// The name of the matcher in a spec; nil for plain values.
  package var name: String? {
    switch form {
    case .text, .number, .bool, .exact, .elements, .patterns: nil
    case .equal: "equal"
    case .prefix: "have-prefix"
    case .suffix: "have-suffix"
    case .substring: "contain-substring"
    case .expression: "match-regexp"
    case .length: "have-len"
    case .key: "have-key"
    case .containElement: "contain-element"
    case .containElements: "contain-elements"
    case .consistOf: "consist-of"
    case .not: "not"
    case .all: "and"
    case .any: "or"
    case .comparison(let order, _): order.rawValue
    case .versions: "semver-constraint"
    }
  }

  /// What is expected, in words that follow a property's name: `is "0640"`, `begins with "1."`.
  package var phrase: String {
    switch form {
    case .comparison: value
    case .text, .number, .bool, .exact, .equal: "is \(value)"
    case .not(let matcher): matcher.isPlain ? "is \(value)" : "not: \(matcher.phrase)"
    case .all(let matchers), .any(let matchers): matchers.allSatisfy(\.isPlain) ? "is \(value)" : value
    default: predicate ?? "is \(value)"
    }
  }

  /// What fits, as a noun: `"0640"`, `< 5`, `something that begins with "1."`.
  package var value: String {
    switch form {
    case .comparison(let order, _): "\(order.sign) \(argument)"
    case .not(let matcher): "not \(matcher.value)"
    case .all(let matchers): matchers.map(\.value).joined(separator: " and ")
    case .any(let matchers): matchers.map(\.value).joined(separator: " or ")
    default: predicate.map { "something that \($0)" } ?? argument
    }
  }

  /// Whether the value alone says what fits.
  private var isPlain: Bool {
    switch form {
    case .not(let matcher): matcher.isPlain
    case .all, .any: false
    default: predicate == nil
    }
  }

  /// What a fitting value does; nil where the value itself is named.
  private var predicate: String? {
    switch form {
    case .prefix: "begins with \(argument)"
    case .suffix: "ends with \(argument)"
    case .substring: "contains \(argument)"
    case .expression(let expression): "matches `/\(expression.pattern)/`"
    case .length: "has length \(argument)"
    case .key(let matcher): "has a key that \(matcher.phrase)"
    case .patterns(let patterns): Self.predicate(of: patterns)
    case .elements, .containElements: "contains \(argument)"
    case .containElement(let matcher): "contains an element that \(matcher.phrase)"
    case .consistOf: "consists of \(argument)"
    case .versions(let range, _): "lies in `\(range.text)`"
    case .text, .number, .bool, .exact, .equal, .not, .all, .any, .comparison: nil
    }
  }

  private static func predicate(of patterns: [LinePattern]) -> String {
    let wanted = patterns.filter { !$0.isInverse }.map { "`\($0.body)`" }.joined(separator: ", ")
    let unwanted = patterns.filter(\.isInverse).map { "`\($0.body)`" }.joined(separator: ", ")
    if unwanted.isEmpty { return "has lines with \(wanted)" }
    return wanted.isEmpty ? "has no line with \(unwanted)" : "has lines with \(wanted), none with \(unwanted)"
  }
}

extension Matcher.Comparison {
  var sign: String {
    switch self {
    case .greater: ">"
    case .atLeast: ">="
    case .less: "<"
    case .atMost: "<="
    }
  }
}
