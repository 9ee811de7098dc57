import DataSyntax
import Expectation
import Matching

extension GossComparer {
  func contains(_ matcher: GossMatcher, _ actual: GossValue) -> Result<Bool, GossError> {
    guard let elements = Self.elements(of: actual) else {
      return .failure(
        GossError("ContainElement matcher expects an array/slice/map/iterator.  Got:\n\(actual.object)"))
    }
    var last: GossError?
    for element in elements {
      switch comparison(of: element, with: matcher).verdict {
      case .success(true): return .success(true)
      case .success(false): continue
      case .failure(let error): last = error
      }
    }
    return last.map { .failure($0) } ?? .success(false)
  }

  /// What matchers in a list demand of a list: elements of their own, or that none is left over as well.
  enum ListDemand {
    case part, whole

    var name: String { self == .part ? "ContainElements" : "ConsistOf" }
    var message: String { self == .part ? "to contain elements matching" : "to consist of" }
  }

  /// Pairs matchers off with elements.
  func compare(
    _ actual: GossValue, with matchers: [GossMatcher], as demand: ListDemand
  ) -> GossComparison {
    let expected = { Self.shown(matchers) }
    guard let elements = Self.elements(of: actual) else {
      let error = GossError(
        "\(demand.name) matcher expects an array/slice/map/iter.Seq/iter.Seq2.  Got:\n\(actual.object)")
      // Since nothing was looked for, all counts as found.
      return GossComparison(.failure(error)) { isNegated in
        GossResult.Match(
          actual: actual.json, expected: expected(), message: (isNegated ? "not " : "") + demand.message,
          found: isNegated ? nil : matchers.map(\.json), isOfMatchers: true)
      }
    }
    let choices = matchers.map { matcher in
      elements.indices.filter { comparison(of: elements[$0], with: matcher).isMet }
    }
    let pairs = Assignment(choices: choices, of: elements.count)
    let isMet = pairs.unmet.isEmpty && (demand == .part || pairs.free.isEmpty)
    let plain = said(.success(isMet), actual, demand.message, expected(), isOfMatchers: true)
    return GossComparison(plain.verdict) { isNegated in
      guard !isNegated else { return plain.negatedMatch }
      let extra = pairs.free.map { elements[$0].json }
      return GossResult.Match(
        actual: actual.json, expected: expected(), message: demand.message,
        missing: pairs.unmet.isEmpty ? nil : pairs.unmet.map { matchers[$0].json },
        extra: demand == .whole && !extra.isEmpty ? extra : nil,
        found: matchers.indices.filter { !pairs.unmet.contains($0) }.map { matchers[$0].json },
        isOfMatchers: true)
    }
  }

  private static func elements(of value: GossValue) -> [GossValue]? {
    if case .map(let entries, _) = value { return entries.map(\.value) }
    return value.items
  }

  /// Looks for patterns line by line.
  func compare(_ actual: GossValue, with patterns: GossPatterns) -> GossComparison {
    let message = "to have patterns"
    switch patterns.result(in: GossConversion.text(of: actual), compatibility) {
    case .failure(let error): return said(.failure(error), actual, message, patterns.elements.json)
    case .success(let outcome):
      let plain = said(.success(outcome.isMatched), actual, message, patterns.elements.json)
      return GossComparison(plain.verdict) { isNegated in
        guard !isNegated else { return plain.negatedMatch }
        return GossResult.Match(
          actual: actual.json, expected: patterns.elements.json, message: message,
          missing: outcome.missing.isEmpty ? nil : outcome.missing.map { .string($0) },
          found: outcome.found.isEmpty ? nil : outcome.found.map { .string($0) })
      }
    }
  }
}
