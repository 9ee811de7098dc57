/// A version as RubyGems reads and orders it; Chef's server compares cookbooks by the same rules.
package struct GemVersion: Sendable, CustomStringConvertible {
  /// A part between dots; a text comes before every number, since it marks a version before the release.
  enum Segment: Sendable, Hashable {
    case text(String)
    case number(Int)
  }

  package let description: String
  let segments: [Segment]

  /// Reads dotted numbers and words; nil for anything else.
  package init?(_ text: String) {
    var segments: [Segment] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      guard !part.isEmpty, part.utf8.allSatisfy(Self.isWordByte) else { return nil }
      segments += Self.segments(of: Array(part.utf8))
    }
    guard case .number? = segments.first else { return nil }
    self.segments = segments
    description = text
  }

  /// Numbers between dots.
  init(numbers: [Int]) {
    segments = numbers.map(Segment.number)
    description = numbers.map(String.init).joined(separator: ".")
  }

  /// The first version behind every one that `~>` takes: the last number goes, and the one before it grows.
  var bumped: GemVersion {
    var numbers = leadingNumbers
    if numbers.count > 1 { numbers.removeLast() }
    guard let last = numbers.popLast() else { return self }
    return GemVersion(numbers: numbers + [last == Int.max ? last : last + 1])
  }

  /// Whether only numbers stand in it, that many of them.
  func hasNumbers(_ counts: ClosedRange<Int>) -> Bool {
    counts.contains(segments.count) && segments.allSatisfy { if case .number = $0 { true } else { false } }
  }

  /// The numbers before the first word.
  var leadingNumbers: [Int] {
    var numbers: [Int] = []
    for segment in segments {
      guard case .number(let number) = segment else { break }
      numbers.append(number)
    }
    return numbers
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// `10rc2` counts as three segments.
  private static func segments(of part: [UInt8]) -> [Segment] {
    var rest = part[...]
    var segments: [Segment] = []
    while let first = rest.first {
      let isDigit = isDigit(first)
      let run = rest.prefix { Self.isDigit($0) == isDigit }
      rest = rest.dropFirst(run.count)
      let word = String(decoding: run, as: UTF8.self)
      segments.append(isDigit ? .number(Int(word) ?? Int.max) : .text(word))
    }
    return segments
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension GemVersion: Comparable, Hashable {
  package static func < (a: GemVersion, b: GemVersion) -> Bool {
    for index in 0..<max(a.segments.count, b.segments.count) {
      let left = index < a.segments.count ? a.segments[index] : .number(0)
      let right = index < b.segments.count ? b.segments[index] : .number(0)
      if left == right { continue }
      switch (left, right) {
      case (.text(let left), .text(let right)): return left < right
      case (.text, .number): return true
      case (.number, .text): return false
      case (.number(let left), .number(let right)): return left < right
      }
    }
    return false
  }

  /// Trailing zeros do not count.
  package static func == (a: GemVersion, b: GemVersion) -> Bool { a.significant == b.significant }

  package func hash(into hasher: inout Hasher) { hasher.combine(significant) }

  private var significant: ArraySlice<Segment> {
    var segments = segments[...]
    while segments.last == .number(0) { segments.removeLast() }
    return segments
  }
}
