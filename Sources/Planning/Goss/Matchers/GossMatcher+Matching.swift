import Expectation
import Matching
import RegularExpressions

extension GossMatcher {
  /// Whether a value is as demanded, or why it cannot be judged.
  func matches(_ actual: GossValue) -> Result<Bool, GossError> {
    switch form {
    case .equal(let expected): isEqual(actual, expected)
    case .part(let part, let wanted): .success(Self.holds(part, wanted, GossConversion.text(of: actual)))
    case .expression(let pattern): Self.matches(pattern, GossConversion.text(of: actual))
    case .number(let relation, let expected): Self.compares(actual, relation, expected)
    case .length(let length): Self.hasLength(length, actual)
    case .key(let matcher): Self.hasKey(matcher, actual)
    case .patterns(let patterns):
      GossPatterns(patterns, compatibility).result(in: GossConversion.text(of: actual)).map(\.isMatched)
    case .element(let matcher): Self.contains(matcher, actual)
    case .elements(let matchers): pairing(matchers, actual, "ContainElements").map { $0.missing.isEmpty }
    case .consist(let matchers):
      pairing(matchers, actual, "ConsistOf").map { $0.missing.isEmpty && $0.extra.isEmpty }
    case .not(let matcher): matcher.matches(actual).map { !$0 }
    case .and(let matchers): Self.first(of: matchers, actual, is: false).map { $0 == nil }
    case .or(let matchers): Self.first(of: matchers, actual, is: true).map { $0 != nil }
    case .versions(let range): Self.satisfies(range, actual)
    case .converted(let conversion, let matcher):
      switch conversion.converted(actual) {
      case .success(let value): matcher.matches(value)
      case .failure(let error): .failure(GossError("\(conversion.goSyntax): \(error.message)"))
      }
    }
  }

  /// The first matcher that answers as given; an error ends the search.
  static func first(
    of matchers: [GossMatcher], _ actual: GossValue, is wanted: Bool
  ) -> Result<GossMatcher?, GossError> {
    for matcher in matchers {
      switch matcher.matches(actual) {
      case .success(wanted): return .success(matcher)
      case .success: continue
      case .failure(let error): return .failure(error)
      }
    }
    return .success(nil)
  }

  private func isEqual(_ actual: GossValue, _ expected: GossValue) -> Result<Bool, GossError> {
    if actual == .null, expected == .null {
      return .failure(
        GossError(
          "Refusing to compare <nil> to <nil>.\nBe explicit and use BeNil() instead.  This is to avoid mistakes "
            + "where both sides of an assertion are erroneously uninitialized."))
    }
    if case .texts = actual, compatibility == .strict { return .success(false) }
    if let actual = actual.items, let expected = expected.items { return .success(actual == expected) }
    return .success(actual == expected)
  }

  private static func holds(_ part: Part, _ wanted: [UInt8], _ text: [UInt8]) -> Bool {
    switch part {
    case .prefix: text.starts(with: wanted)
    case .suffix: text.reversed().starts(with: wanted.reversed())
    case .substring: text.firstRange(of: wanted) != nil
    }
  }

  private static func matches(_ pattern: String, _ text: [UInt8]) -> Result<Bool, GossError> {
    do throws(RegularExpressionError) {
      return .success(try RegularExpression(pattern).matches(text))
    } catch {
      return .failure(GossError("RegExp match failed to compile with error:\n\t\(error.goMessage)"))
    }
  }

  private static func compares(
    _ actual: GossValue, _ relation: String, _ expected: GossValue
  ) -> Result<Bool, GossError> {
    guard let a = GossNumber(actual) else {
      return .failure(GossError("Expected a number.  Got:\n\(actual.object)"))
    }
    guard let b = GossNumber(expected) else {
      return .failure(GossError("Expected a number.  Got:\n\(expected.object)"))
    }
    return .success(a.holds(relation, against: b))
  }

  private static func hasLength(_ length: Int, _ actual: GossValue) -> Result<Bool, GossError> {
    switch actual {
    case .text(let bytes): return .success(bytes.count == length)
    case .map(let entries, _): return .success(entries.count == length)
    case .list, .texts: return .success(actual.items?.count == length)
    case .null, .bool, .integer, .unsigned, .float, .time:
      return .failure(
        GossError(
          "HaveLen matcher expects a string/array/map/channel/slice/iterator.  Got:\n\(actual.object)"))
    }
  }

  private static func hasKey(_ matcher: GossMatcher, _ actual: GossValue) -> Result<Bool, GossError> {
    guard case .map(let entries, _) = actual else {
      return .failure(GossError("HaveKey matcher expects a map/iter.Seq2.  Got:\(actual.object)"))
    }
    for entry in entries {
      switch matcher.matches(.text(entry.key)) {
      case .success(true): return .success(true)
      case .success(false): continue
      case .failure(let error):
        return .failure(GossError("HaveKey's key matcher failed with:\n    \(error.message)"))
      }
    }
    return .success(false)
  }

  private static func contains(_ matcher: GossMatcher, _ actual: GossValue) -> Result<Bool, GossError> {
    guard let elements = elements(of: actual) else {
      return .failure(
        GossError("ContainElement matcher expects an array/slice/map/iterator.  Got:\n\(actual.object)"))
    }
    var last: GossError?
    for element in elements {
      switch matcher.matches(element) {
      case .success(true): return .success(true)
      case .success(false): continue
      case .failure(let error): last = error
      }
    }
    return last.map { .failure($0) } ?? .success(false)
  }

  /// How matchers and elements pair off.
  func pairing(
    _ matchers: [GossMatcher], _ actual: GossValue, _ name: String
  ) -> Result<GossPairing, GossError> {
    guard let elements = Self.elements(of: actual) else {
      return .failure(
        GossError("\(name) matcher expects an array/slice/map/iter.Seq/iter.Seq2.  Got:\n\(actual.object)"))
    }
    return .success(GossPairing(matchers, elements))
  }

  private static func elements(of value: GossValue) -> [GossValue]? {
    if case .map(let entries, _) = value { return entries.map(\.value) }
    return value.items
  }

  private static func satisfies(_ range: String, _ actual: GossValue) -> Result<Bool, GossError> {
    guard let versions = VersionRange(range), versions.isStrict else {
      return .failure(
        GossError("Expected a valid semver constraint.  Got:\n\(GossValue.text(range).object)"))
    }
    let items = actual.items ?? [actual]
    let read = items.compactMap { $0.string.flatMap { SemanticVersion($0) } }.filter(\.isStrict)
    guard read.count == items.count, !read.isEmpty else {
      return .failure(
        GossError("Expected a single or list of semver valid version(s).  Got:\n\(actual.object)"))
    }
    return .success(read.allSatisfy { versions.contains($0) })
  }
}

extension [UInt8] {
  /// The first place of some bytes; the empty sequence is found at the start.
  func firstRange(of wanted: [UInt8]) -> Range<Int>? {
    guard let first = wanted.first else { return 0..<0 }
    var start = 0
    while start + wanted.count <= count {
      if self[start] == first, self[start..<start + wanted.count].elementsEqual(wanted) {
        return start..<start + wanted.count
      }
      start += 1
    }
    return nil
  }
}
