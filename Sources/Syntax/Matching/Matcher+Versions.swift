extension Matcher {
  /// Judges one version or a list of them; every one must lie in the range.
  func versions(in range: VersionRange, _ reading: VersionReading, _ actual: Subject) -> MatchResult {
    let relation = "to satisfy semver constraint"
    let items: [Subject] = if case .list(let items) = actual { items } else { [actual] }
    guard !items.isEmpty else { return outcome(.invalid("there is no version"), relation, actual) }
    var extra: [String] = []
    for item in items {
      guard let isInside = Self.contains(item, in: range, reading) else {
        return outcome(.invalid("\(item.shown) is no version of three numbers"), relation, actual)
      }
      if !isInside { extra.append(item.shown) }
    }
    var result = outcome(extra.isEmpty ? .matched : .unmatched, relation, actual)
    if items.count > 1 { result.extra = extra }
    return result
  }

  /// Whether a version lies in the range; nil where it is none.
  private static func contains(_ item: Subject, in range: VersionRange, _ reading: VersionReading) -> Bool? {
    switch item {
    case .version(let version): return range.contains(version)
    case .text(let bytes):
      let words = reading == .strict ? [bytes[...]] : bytes.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
      guard words.count == 1, let version = SemanticVersion(String(decoding: words[0], as: UTF8.self)),
        version.isStrict || reading == .lenient
      else { return nil }
      return range.contains(version)
    case .number, .null, .bool, .list, .map: return nil
    }
  }
}
