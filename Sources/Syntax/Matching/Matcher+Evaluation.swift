import RegularExpressions
package import Source

extension Matcher {
  /// Judges a value that may be unknown; an absent one is judged as null.
  package func result(for actual: Known<Subject>) -> MatchResult {
    switch actual {
    case .value(let value): result(for: value)
    case .absent: result(for: .null)
    case .unknown(let reason): outcome(.undecided(reason), "", .null)
    }
  }

  /// Judges a value.
  package func result(for actual: Subject) -> MatchResult {
    switch form {
    case .text(let text):
      equality(actual.asText == Array(text.utf8), actual == .null ? .null : .text(actual.asText))
    case .bool(let value): equality(actual == .bool(value), actual)
    case .equal(let value), .exact(let value): equality(actual.isSame(as: value), actual)
    case .number(let number): comparison("to be numerically eq", actual) { $0.equals(number) }
    case .comparison(let order, let number):
      comparison("to be numerically \(order.rawValue)", actual) { order.holds($0, number) }
    case .prefix(let text): textual("to have prefix", actual) { $0.starts(with: text.utf8) }
    case .suffix(let text):
      textual("to have suffix", actual) { $0.reversed().starts(with: text.utf8.reversed()) }
    case .substring(let text):
      textual("to contain substring", actual) { $0.firstRange(of: Array(text.utf8)) != nil }
    case .expression(let expression):
      textual("to match regular expression", actual) { expression.matches($0) }
    case .length(let length): lengthResult(length, actual)
    case .key(let matcher): keyResult(matcher, actual)
    case .patterns(let patterns): lines(patterns, in: actual.asText)
    case .elements(let matchers), .containElements(let matchers): containing(matchers, actual)
    case .containElement(let matcher): containing(one: matcher, actual)
    case .consistOf(let matchers): consisting(of: matchers, actual)
    case .not(let matcher): matcher.result(for: actual).negated(at: location)
    case .all(let matchers): conjunction(matchers, actual)
    case .any(let matchers): disjunction(matchers, actual)
    case .versions(let range, let reading): versions(in: range, reading, actual)
    }
  }

  func outcome(_ verdict: MatchResult.Verdict, _ relation: String, _ actual: Subject) -> MatchResult {
    MatchResult(verdict, relation, by: self, actual: actual)
  }

  private func equality(_ isSame: Bool, _ actual: Subject) -> MatchResult {
    var result = outcome(isSame ? .matched : .unmatched, "to equal", actual)
    guard !isSame, case .text(let bytes) = actual else { return result }
    switch form {
    case .text(let text): result.evidence = TextDifference.lines(expected: Array(text.utf8), actual: bytes)
    case .exact(.text(let text)): result.evidence = TextDifference.lines(expected: text, actual: bytes)
    default: break
    }
    return result
  }

  private func comparison(_ relation: String, _ actual: Subject, _ holds: (Number) -> Bool) -> MatchResult {
    guard let number = actual.asNumber else {
      return outcome(.invalid("\(actual.shown) is no number"), relation, actual)
    }
    return outcome(holds(number) ? .matched : .unmatched, relation, .number(number))
  }

  private func textual(_ relation: String, _ actual: Subject, _ holds: ([UInt8]) -> Bool) -> MatchResult {
    let text = actual.asText
    return outcome(holds(text) ? .matched : .unmatched, relation, actual == .null ? .null : .text(text))
  }

  private func lengthResult(_ length: Int, _ actual: Subject) -> MatchResult {
    let count: Int
    switch actual {
    case .text, .version: count = actual.asText.count
    case .list(let items): count = items.count
    case .map(let entries): count = entries.count
    case .null, .bool, .number:
      return outcome(.invalid("\(actual.shown) has no length"), "to have length", actual)
    }
    var result = outcome(count == length ? .matched : .unmatched, "to have length", actual)
    if count != length { result.clause = "has length \(count), not \(length)" }
    return result
  }

  private func keyResult(_ matcher: Matcher, _ actual: Subject) -> MatchResult {
    guard case .map(let entries) = actual else {
      return outcome(.invalid("\(actual.shown) is no map"), "to have key matching", actual)
    }
    let found = entries.contains { matcher.result(for: .text($0.key)).isMatched }
    return outcome(found ? .matched : .unmatched, "to have key matching", actual)
  }

  private func conjunction(_ matchers: [Matcher], _ actual: Subject) -> MatchResult {
    for matcher in matchers {
      let result = matcher.result(for: actual)
      if !result.isMatched { return result }
    }
    return outcome(.matched, "to satisfy all of these matchers", actual)
  }

  private func disjunction(_ matchers: [Matcher], _ actual: Subject) -> MatchResult {
    for matcher in matchers {
      let result = matcher.result(for: actual)
      if result.verdict != .unmatched { return result }
    }
    return outcome(.unmatched, "to satisfy at least one of these matchers", actual)
  }
}

extension Subject {
  /// Whether both are the same in kind and value; versions are texts, and numbers quantities.
  func isSame(as other: Subject) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)): a.equals(b)
    case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    case (.map(let a), .map(let b)):
      a.count == b.count
        && a.allSatisfy { entry in
          b.contains { $0.key.utf8.elementsEqual(entry.key.utf8) && $0.value.isSame(as: entry.value) }
        }
    case (.version(let a), .text(let b)): Array(a.text.utf8) == b
    default: self == other
    }
  }
}
