import Source

/// A version as RubyGems reads and orders it; Chef's server compares cookbooks by the same rules.
package struct GemVersion: Sendable, CustomStringConvertible {
  /// A part between dots; a word comes before every number, since it marks a version before the release.
  package enum Segment: Sendable, Hashable, CustomStringConvertible {
    case number(Int)
    case word(String)

    package var description: String {
      switch self {
      case .number(let number): String(number)
      case .word(let word): word
      }
    }
  }

  /// As it is written, without blanks at its ends.
  package let description: String
  package let segments: [Segment]

  /// Reads numbers and words between dots; nil for anything else.
  package init?(_ text: String) {
    let kept = text.trimmingBlanks
    description = kept.isEmpty ? "0" : kept
    let bytes = Array(description.utf8)
    guard Self.isWellFormed(bytes) else { return nil }
    segments = Self.segments(of: bytes)
  }

  private init(_ segments: [Segment]) {
    self.segments = segments
    description = segments.map(\.description).joined(separator: ".")
  }

  /// Numbers between dots.
  package init(numbers: [Int]) { self.init(numbers.map(Segment.number)) }

  package var isPrerelease: Bool { segments.contains { if case .word = $0 { true } else { false } } }

  /// The version without what makes it a prerelease.
  package var release: GemVersion { isPrerelease ? GemVersion(numbers: leadingNumbers) : self }

  /// The first version behind every one that `~>` takes: the last number goes, and the one before it grows.
  package var bumped: GemVersion {
    var numbers = leadingNumbers
    if numbers.count > 1 { numbers.removeLast() }
    guard let last = numbers.popLast() else { return self }
    return GemVersion(numbers: numbers + [last == Int.max ? last : last + 1])
  }

  /// Whether only numbers stand in it, that many of them.
  package func hasNumbers(_ counts: ClosedRange<Int>) -> Bool {
    counts.contains(segments.count) && !isPrerelease
  }

  /// The numbers before the first word.
  package var leadingNumbers: [Int] {
    var numbers: [Int] = []
    for case .number(let number) in segments.prefix(while: { if case .number = $0 { true } else { false } }) {
      numbers.append(number)
    }
    return numbers
  }

  // [0-9]+(\.[0-9a-zA-Z]+)*(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?
  private static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    let halves = bytes.split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isPlain = { (byte: UInt8) in TextBytes.isDigit(byte) || TextBytes.isLetter(byte) }
    guard let first = parts.first, !first.isEmpty, first.allSatisfy(TextBytes.isDigit),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isPlain) })
    else { return false }
    guard halves.count == 2 else { return true }
    return halves[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "-") } }
  }

  /// Runs of digits and of letters, `10rc2` counts as three; `-` stands for `.pre.`.
  private static func segments(of bytes: [UInt8]) -> [Segment] {
    var segments: [Segment] = []
    var rest = bytes[...]
    while let first = rest.first {
      if first == UInt8(ascii: "-") { segments.append(.word("pre")) }
      let isNumber = TextBytes.isDigit(first)
      guard isNumber || TextBytes.isLetter(first) else {
        rest.removeFirst()
        continue
      }
      let run = rest.prefix { isNumber ? TextBytes.isDigit($0) : TextBytes.isLetter($0) }
      rest = rest[run.endIndex...]
      let word = String(decoding: run, as: UTF8.self)
      segments.append(isNumber ? .number(Int(word) ?? Int.max) : .word(word))
    }
    return segments
  }

  /// Without zeros at the end of the numbers and of the rest.
  private var significant: [Segment] {
    let numbers = leadingNumbers.map(Segment.number)
    return Self.trimmed(numbers[...]) + Self.trimmed(segments[numbers.count...])
  }

  private static func trimmed(_ segments: ArraySlice<Segment>) -> [Segment] {
    var result = Array(segments)
    while result.last == .number(0) { result.removeLast() }
    return result
  }
}

extension GemVersion: Comparable, Hashable {
  package static func < (a: GemVersion, b: GemVersion) -> Bool { a.order(b) < 0 }

  /// Zeros at the end do not count.
  package static func == (a: GemVersion, b: GemVersion) -> Bool {
    // Each begins with a number, and most differ there.
    a.segments.first == b.segments.first && a.significant == b.significant
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(significant) }

  /// Below, above or 0.
  package func order(_ other: GemVersion) -> Int {
    let (a, b) = (significant, other.significant)
    for index in 0..<max(a.count, b.count) {
      switch (index < a.count ? a[index] : .number(0), index < b.count ? b[index] : .number(0)) {
      case (.number(let a), .number(let b)): if a != b { return a < b ? -1 : 1 }
      case (.word, .number): return -1
      case (.number, .word): return 1
      case (.word(let a), .word(let b)): if a != b { return a < b ? -1 : 1 }
      }
    }
    return 0
  }
}
