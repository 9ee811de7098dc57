/// A version of an Alpine package (apk-package(5)): `1.2.3b_rc1-r4`.
struct AlpineVersion {
  /// The dotted numbers as written.
  private let numbers: [[UInt8]]
  private let letter: UInt8
  /// Ranks and numbers of `_alpha`, `_rc`, `_p` …
  private let suffixes: [(rank: Int, number: Int)]
  private let revision: Int?

  init(_ text: String) {
    var rest = text[...]
    if let mark = rest.lastIndex(of: "-"), rest[mark...].hasPrefix("-r"),
      let number = Int(rest[mark...].dropFirst(2))
    {
      revision = number
      rest = rest[..<mark]
    } else {
      revision = nil
    }
    let words = rest.split(separator: "_", omittingEmptySubsequences: false)
    var core = Array((words.first ?? "").utf8)
    if let last = core.last, (0x61...0x7A).contains(last) {
      letter = last
      core.removeLast()
    } else {
      letter = 0
    }
    numbers = core.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Array.init)
    suffixes = words.dropFirst().map(Self.suffix)
  }

  /// The order; the revision counts only where `wanted` has one.
  func order(against wanted: AlpineVersion) -> Int {
    for index in 0..<max(numbers.count, wanted.numbers.count) {
      guard index < numbers.count else { return -1 }
      guard index < wanted.numbers.count else { return 1 }
      let byNumber = Self.order(numbers[index], wanted.numbers[index], isFirst: index == 0)
      if byNumber != 0 { return byNumber }
    }
    if letter != wanted.letter { return letter < wanted.letter ? -1 : 1 }
    for index in 0..<max(suffixes.count, wanted.suffixes.count) {
      let a = index < suffixes.count ? suffixes[index] : (rank: 0, number: 0)
      let b = index < wanted.suffixes.count ? wanted.suffixes[index] : (rank: 0, number: 0)
      if a.rank != b.rank { return a.rank < b.rank ? -1 : 1 }
      if a.number != b.number { return a.number < b.number ? -1 : 1 }
    }
    guard let wantedRevision = wanted.revision else { return 0 }
    return (revision ?? 0) == wantedRevision ? 0 : (revision ?? 0) < wantedRevision ? -1 : 1
  }

  /// Later parts that begin with a zero are fractions and compare as text.
  private static func order(_ a: [UInt8], _ b: [UInt8], isFirst: Bool) -> Int {
    if a == b { return 0 }
    if !isFirst, a.first == 0x30 || b.first == 0x30 { return a.lexicographicallyPrecedes(b) ? -1 : 1 }
    let left = a.drop { $0 == 0x30 }
    let right = b.drop { $0 == 0x30 }
    if left.count != right.count { return left.count < right.count ? -1 : 1 }
    if left.elementsEqual(right) { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }

  /// Versions before the plain one rank below zero, those after it above.
  private static func suffix(_ word: Substring) -> (rank: Int, number: Int) {
    let name = word.prefix { $0.isLetter }
    let number = Int(word.dropFirst(name.count)) ?? 0
    let before = ["rc", "pre", "beta", "alpha"]
    let after = ["cvs", "svn", "git", "hg", "p"]
    if let place = before.firstIndex(of: String(name)) { return (-1 - place, number) }
    return ((after.firstIndex(of: String(name)) ?? 0) + 1, number)
  }
}
