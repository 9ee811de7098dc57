import DataSyntax
import Expectation

extension GossMatcher {
  /// What goss says where a value is not as demanded; negated under a `not`.
  func failure(of actual: GossValue, isNegated: Bool = false) -> GossResult.Match {
    switch form {
    case .equal(let expected): said(actual, "to equal", expected.json, isNegated)
    case .part(let part, let wanted):
      said(actual, part.words, .string(String(decoding: wanted, as: UTF8.self)), isNegated)
    case .expression(let pattern): said(actual, "to match regular expression", .string(pattern), isNegated)
    case .number(let relation, let expected):
      said(actual, "to be numerically \(relation)", expected.json, isNegated)
    case .length(let length): said(actual, "to have length", .integer(length), isNegated)
    case .key(let matcher): said(actual, "to have key matching", matcher.json, isNegated)
    case .element(let matcher): said(actual, "to contain element matching", matcher.json, isNegated)
    case .versions(let range): said(actual, "to satisfy semver constraint", .string(range), isNegated)
    case .patterns(let patterns): patternFailure(patterns, actual, isNegated)
    case .elements(let matchers):
      listFailure(matchers, actual, "to contain elements matching", isNegated, showsExtra: false)
    case .consist(let matchers): listFailure(matchers, actual, "to consist of", isNegated, showsExtra: true)
    case .not(let matcher): matcher.failure(of: actual, isNegated: !isNegated)
    case .and(let matchers): conjunctionFailure(matchers, actual, isNegated)
    case .or(let matchers): disjunctionFailure(matchers, actual, isNegated)
    case .converted: convertedFailure(actual, isNegated)
    }
  }

  private func said(
    _ actual: GossValue, _ message: String, _ expected: JSONText, _ isNegated: Bool
  ) -> GossResult.Match {
    GossResult.Match(actual: actual.json, expected: expected, message: (isNegated ? "not " : "") + message)
  }

  private func patternFailure(_ patterns: GossValue, _ actual: GossValue, _ isNegated: Bool)
    -> GossResult.Match
  {
    let outcome = try? GossPatterns(patterns, compatibility).result(in: GossConversion.text(of: actual)).get()
    guard !isNegated, let outcome else { return said(actual, "to have patterns", patterns.json, isNegated) }
    return GossResult.Match(
      actual: actual.json, expected: patterns.json, message: "to have patterns",
      missing: outcome.missing.isEmpty ? nil : outcome.missing.map { .string($0) },
      found: outcome.found.isEmpty ? nil : outcome.found.map { .string($0) })
  }

  private func listFailure(
    _ matchers: [GossMatcher], _ actual: GossValue, _ message: String, _ isNegated: Bool, showsExtra: Bool
  ) -> GossResult.Match {
    let expected = JSONText.array(matchers.map(\.json))
    guard !isNegated, let pairing = try? pairing(matchers, actual, "").get() else {
      return said(actual, message, expected, isNegated)
    }
    let values = actual.items ?? []
    let extra = pairing.extra.filter { values.indices.contains($0) }.map { values[$0].json }
    return GossResult.Match(
      actual: actual.json, expected: expected, message: message,
      missing: pairing.missing.isEmpty ? nil : pairing.missing.map { matchers[$0].json },
      extra: showsExtra && !extra.isEmpty ? extra : nil,
      found: matchers.indices.filter { !pairing.missing.contains($0) }.map { matchers[$0].json })
  }

  private func conjunctionFailure(
    _ matchers: [GossMatcher], _ actual: GossValue, _ isNegated: Bool
  ) -> GossResult.Match {
    let expected = JSONText.array(matchers.map(\.json))
    let failed = matchers.first { if case .success(true) = $0.matches(actual) { false } else { true } }
    guard !isNegated, let failed else {
      return said(actual, "to satisfy all of these matchers", expected, isNegated)
    }
    return failed.failure(of: actual)
  }

  private func disjunctionFailure(
    _ matchers: [GossMatcher], _ actual: GossValue, _ isNegated: Bool
  ) -> GossResult.Match {
    let matched = matchers.first { if case .success(true) = $0.matches(actual) { true } else { false } }
    guard isNegated, let matched else {
      let expected = JSONText.array(matchers.map(\.json))
      return said(actual, "to satisfy at least one of these matchers", expected, isNegated)
    }
    return matched.failure(of: actual, isNegated: true)
  }

  /// The failure of what a value was converted to, with the conversions that changed it.
  private func convertedFailure(_ actual: GossValue, _ isNegated: Bool) -> GossResult.Match {
    var conversions: [JSONText] = []
    var matcher = self
    var value = actual
    var isBroken = false
    while case .converted(let conversion, let inner) = matcher.form {
      if !isBroken {
        switch conversion.converted(value) {
        case .success(let converted):
          if converted != value { conversions.append(conversion.json) }
          value = converted
        case .failure:
          conversions.append(conversion.json)
          value = conversion.fallback
          isBroken = true
        }
      } else {
        value = .null
      }
      matcher = inner
    }
    let failure = matcher.failure(of: value, isNegated: isNegated)
    return GossResult.Match(
      actual: failure.actual, expected: failure.expected, message: failure.message, missing: failure.missing,
      extra: failure.extra, found: failure.found, conversions: conversions, raw: actual.json)
  }

  /// The matcher as goss writes it back.
  var json: JSONText {
    switch form {
    case .equal(let expected): expected.json
    case .part(let part, let wanted):
      .object([.init(part.rawValue, .string(String(decoding: wanted, as: UTF8.self)))])
    case .expression(let pattern): .object([.init("match-regexp", .string(pattern))])
    case .number(let relation, let expected): .object([.init(relation, expected.json)])
    case .length(let length): .object([.init("have-len", .integer(length))])
    case .key(let matcher): .object([.init("have-key", matcher.json)])
    case .patterns(let patterns): .object([.init("have-patterns", patterns.json)])
    case .element(let matcher): .object([.init("contain-element", matcher.json)])
    case .elements(let matchers): .object([.init("contain-elements", .array(matchers.map(\.json)))])
    case .consist(let matchers): .object([.init("consist-of", .array(matchers.map(\.json)))])
    case .not(let matcher): .object([.init("not", matcher.json)])
    case .and(let matchers):
      matchers.count == 1 ? matchers[0].json : .object([.init("and", .array(matchers.map(\.json)))])
    case .or(let matchers): .object([.init("or", .array(matchers.map(\.json)))])
    case .versions(let range): .object([.init("semver-constraint", .string(range))])
    case .converted(_, let matcher): matcher.json
    }
  }
}
