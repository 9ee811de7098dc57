import DataSyntax
import Expectation
import Matching

/// Compares values with matchers, once each: the verdict, and what goss says of it.
struct GossComparer {
  let compatibility: Compatibility

  func comparison(of actual: GossValue, with matcher: GossMatcher) -> GossComparison {
    switch matcher.form {
    case .equal(let expected): said(isEqual(actual, expected), actual, "to equal", expected.json)
    case .part(let part, let wanted):
      said(
        .success(Self.holds(part, wanted, GossConversion.text(of: actual))), actual, part.words,
        .string(String(decoding: wanted, as: UTF8.self)))
    case .expression(let expression):
      said(
        expression.matches(GossConversion.text(of: actual)), actual, "to match regular expression",
        .string(expression.text))
    case .number(let relation, let expected):
      said(Self.compares(actual, relation, expected), actual, "to be numerically \(relation)", expected.json)
    case .length(let length): said(Self.hasLength(length, actual), actual, "to have length", .integer(length))
    case .key(let key):
      said(hasKey(key, actual), actual, "to have key matching", key.json, isOfMatchers: true)
    case .versions(let versions):
      said(versions.hold(actual), actual, "to satisfy semver constraint", .string(versions.text))
    case .patterns(let patterns): compare(actual, with: patterns)
    case .element(let element):
      said(
        contains(element, actual), actual, "to contain element matching", element.json, isOfMatchers: true)
    case .elements(let matchers): compare(actual, with: matchers, as: .part)
    case .consist(let matchers): compare(actual, with: matchers, as: .whole)
    case .not(let inner): comparison(of: actual, with: inner).negated
    case .and(let matchers): conjunction(of: matchers, actual)
    case .or(let matchers): disjunction(of: matchers, actual)
    case .converted(let conversion, let inner): convert(actual, by: conversion, inner)
    }
  }

  /// A comparison of which goss says one sentence.
  func said(
    _ verdict: Result<Bool, GossError>, _ actual: GossValue, _ message: String,
    _ expected: @autoclosure @escaping () -> JSONText, isOfMatchers: Bool = false
  ) -> GossComparison {
    GossComparison(verdict) { isNegated in
      GossResult.Match(
        actual: actual.json, expected: expected(), message: (isNegated ? "not " : "") + message,
        isOfMatchers: isOfMatchers)
    }
  }

  /// Matchers as goss shows them where they are not met: of none it says nothing.
  static func shown(_ matchers: [GossMatcher]) -> JSONText {
    matchers.isEmpty ? .null : .array(matchers.map(\.json))
  }

  /// All must hold; the first that does not ends the search, and its own words are said.
  private func conjunction(of matchers: [GossMatcher], _ actual: GossValue) -> GossComparison {
    let all = "to satisfy all of these matchers"
    for matcher in matchers {
      let comparison = comparison(of: actual, with: matcher)
      guard !comparison.isMet else { continue }
      let whole = said(comparison.verdict, actual, all, Self.shown(matchers), isOfMatchers: true)
      return GossComparison(comparison.verdict) { $0 ? whole.negatedMatch : comparison.match }
    }
    return said(.success(true), actual, all, Self.shown(matchers), isOfMatchers: true)
  }

  /// One must hold; it ends the search, and so does an error.
  private func disjunction(of matchers: [GossMatcher], _ actual: GossValue) -> GossComparison {
    let any = "to satisfy at least one of these matchers"
    for matcher in matchers {
      let comparison = comparison(of: actual, with: matcher)
      if case .success(false) = comparison.verdict { continue }
      let whole = said(comparison.verdict, actual, any, Self.shown(matchers), isOfMatchers: true)
      return GossComparison(comparison.verdict) {
        $0 && comparison.isMet ? comparison.negatedMatch : $0 ? whole.negatedMatch : whole.match
      }
    }
    return said(.success(false), actual, any, Self.shown(matchers), isOfMatchers: true)
  }

  /// Compares what a value is converted to; goss names the conversions that have changed it.
  private func convert(
    _ actual: GossValue, by conversion: GossConversion, _ inner: GossMatcher
  ) -> GossComparison {
    switch conversion.converted(actual) {
    case .success(let value):
      let comparison = comparison(of: value, with: inner)
      let conversions = value == actual ? [] : [conversion.json]
      return GossComparison(comparison.verdict) {
        ($0 ? comparison.negatedMatch : comparison.match).converted(conversions, from: actual)
      }
    case .failure(let error):
      // goss goes on with no value, and converts it no more.
      let (matcher, value) = Self.unconverted(inner, conversion.fallback)
      let comparison = comparison(of: value, with: matcher)
      // To goss, what stays as it is was not converted.
      let conversions = actual == conversion.fallback ? [] : [conversion.json]
      return GossComparison(.failure(GossError("\(conversion.goSyntax): \(error.message)"))) {
        ($0 ? comparison.negatedMatch : comparison.match).converted(conversions, from: actual)
      }
    }
  }

  private static func unconverted(_ matcher: GossMatcher, _ value: GossValue) -> (GossMatcher, GossValue) {
    guard case .converted(_, let inner) = matcher.form else { return (matcher, value) }
    return unconverted(inner, .null)
  }
}

extension GossResult.Match {
  fileprivate func converted(_ first: [JSONText], from actual: GossValue) -> GossResult.Match {
    GossResult.Match(
      actual: self.actual, expected: expected, message: message, missing: missing, extra: extra, found: found,
      isOfMatchers: isOfMatchers, conversions: first + conversions, raw: actual.json)
  }
}
