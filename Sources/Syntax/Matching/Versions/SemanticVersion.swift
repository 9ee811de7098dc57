/// A version by the rules of semver.org 2.0.0.
package struct SemanticVersion: Sendable, Hashable {
  package let numbers: [Int]
  /// The dot-separated words after `-`; a version that has some comes before the one that has none.
  package let prerelease: [String]
  /// Whether it is written in full: three numbers, no `v` before them.
  package let isStrict: Bool

  /// Reads a version; a `v` in front and missing numbers are accepted and noted.
  package init?(_ text: String) {
    var rest = text[...]
    var isStrict = true
    if rest.hasPrefix("v") {
      rest.removeFirst()
      isStrict = false
    }
    let withoutBuild = rest.prefix { $0 != "+" }
    let core = withoutBuild.prefix { $0 != "-" }
    let words = core.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...3).contains(words.count) else { return nil }
    var numbers: [Int] = []
    for word in words {
      guard word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(word) else { return nil }
      numbers.append(number)
    }
    let tail = withoutBuild.dropFirst(core.count)
    let prerelease =
      tail.isEmpty
      ? [] : tail.dropFirst().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard prerelease.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.isStrict = isStrict && numbers.count == 3
    self.numbers = numbers + Array(repeating: 0, count: 3 - numbers.count)
    self.prerelease = prerelease
  }

  private init(numbers: [Int]) {
    self.numbers = numbers
    prerelease = []
    isStrict = true
  }

  /// The version with one of its numbers raised and those after it zero.
  func raised(at index: Int) -> SemanticVersion {
    var raised = numbers
    // A number that cannot grow stays: no version lies beyond it.
    if raised[index] < Int.max { raised[index] += 1 }
    for later in (index + 1)..<3 { raised[later] = 0 }
    return SemanticVersion(numbers: raised)
  }

  /// Negative, zero or positive as this version comes before, equals or comes after the other.
  package func order(against other: SemanticVersion) -> Int {
    for (a, b) in zip(numbers, other.numbers) where a != b { return a < b ? -1 : 1 }
    if prerelease.isEmpty || other.prerelease.isEmpty {
      return (prerelease.isEmpty ? 1 : 0) - (other.prerelease.isEmpty ? 1 : 0)
    }
    for (a, b) in zip(prerelease, other.prerelease) where a != b {
      switch (Int(a), Int(b)) {
      case (let a?, let b?): return a < b ? -1 : 1
      case (_?, nil): return -1
      case (nil, _?): return 1
      case (nil, nil): return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
      }
    }
    return prerelease.count - other.prerelease.count
  }
}
