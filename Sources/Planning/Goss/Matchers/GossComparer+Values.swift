import Expectation

extension GossComparer {
  func isEqual(_ actual: GossValue, _ expected: GossValue) -> Result<Bool, GossError> {
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

  static func holds(_ part: GossMatcher.Part, _ wanted: [UInt8], _ text: [UInt8]) -> Bool {
    switch part {
    case .prefix: text.starts(with: wanted)
    case .suffix: text.reversed().starts(with: wanted.reversed())
    case .substring: text.firstRange(of: wanted) != nil
    }
  }

  static func compares(
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

  static func hasLength(_ length: Int, _ actual: GossValue) -> Result<Bool, GossError> {
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

  func hasKey(_ matcher: GossMatcher, _ actual: GossValue) -> Result<Bool, GossError> {
    guard case .map(let entries, _) = actual else {
      return .failure(GossError("HaveKey matcher expects a map/iter.Seq2.  Got:\(actual.object)"))
    }
    for entry in entries {
      switch comparison(of: .text(entry.key), with: matcher).verdict {
      case .success(true): return .success(true)
      case .success(false): continue
      case .failure(let error):
        return .failure(GossError("HaveKey's key matcher failed with:\n    \(error.message)"))
      }
    }
    return .success(false)
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
