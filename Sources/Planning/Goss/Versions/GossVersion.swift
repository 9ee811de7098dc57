/// A version as blang/semver reads it: all three numbers, no `v` and no zero in front, and words of letters, digits and dashes.
struct GossVersion: Sendable {
  private enum Word: Sendable, Equatable {
    case number(UInt64)
    case text([UInt8])
  }

  private let numbers: [UInt64]
  /// The words behind the dash; a version that has some comes before the one that has none.
  private let prerelease: [Word]

  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let (beforeBuild, build) = Self.cut(parts[2], at: UInt8(ascii: "+"))
    let (patch, prerelease) = Self.cut(beforeBuild, at: UInt8(ascii: "-"))
    let numbers = [parts[0], parts[1], patch].compactMap { Self.number($0) }
    guard numbers.count == 3, Self.words(of: build).allSatisfy({ Self.isWord($0) }) else { return nil }
    let written = Self.words(of: prerelease)
    let words = written.compactMap { Self.word($0) }
    guard words.count == written.count else { return nil }
    self.numbers = numbers
    self.prerelease = words
  }

  /// Negative, zero or positive as this version comes before, equals or comes after the other.
  func order(against other: GossVersion) -> Int {
    for (a, b) in zip(numbers, other.numbers) where a != b { return a < b ? -1 : 1 }
    if prerelease.isEmpty || other.prerelease.isEmpty {
      return (prerelease.isEmpty ? 1 : 0) - (other.prerelease.isEmpty ? 1 : 0)
    }
    for (a, b) in zip(prerelease, other.prerelease) where a != b {
      switch (a, b) {
      case (.number(let a), .number(let b)): return a < b ? -1 : 1
      case (.number, .text): return -1
      case (.text, .number): return 1
      case (.text(let a), .text(let b)): return a.lexicographicallyPrecedes(b) ? -1 : 1
      }
    }
    return prerelease.count - other.prerelease.count
  }

  private static func cut(
    _ text: Substring.UTF8View, at mark: UInt8
  ) -> (Substring.UTF8View, Substring.UTF8View?) {
    guard let place = text.firstIndex(of: mark) else { return (text, nil) }
    return (text[..<place], text[text.index(after: place)...])
  }

  private static func words(of text: Substring.UTF8View?) -> [Substring.UTF8View] {
    text?.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) ?? []
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isWord(_ word: Substring.UTF8View) -> Bool {
    !word.isEmpty
      && word.allSatisfy { isDigit($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-") }
  }

  private static func number(_ word: Substring.UTF8View) -> UInt64? {
    guard word.allSatisfy({ isDigit($0) }), word.count == 1 || word.first != UInt8(ascii: "0") else {
      return nil
    }
    return UInt64(Substring(word))
  }

  private static func word(_ word: Substring.UTF8View) -> Word? {
    guard isWord(word) else { return nil }
    return word.allSatisfy { isDigit($0) } ? number(word).map { .number($0) } : .text(Array(word))
  }
}
