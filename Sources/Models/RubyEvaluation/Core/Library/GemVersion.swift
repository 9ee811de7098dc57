/// A version as `Gem::Version` understands it.
final class GemVersion: RubyPayload {
  enum Segment: Equatable {
    case number(Int)
    case word(String)
  }

  let text: String
  let segments: [Segment]

  /// nil where the text is no version.
  init?(_ text: String) {
    let trimmed = text.utf8.drop { TextBytes.isSpace($0) }
    var end = trimmed.endIndex
    while end > trimmed.startIndex, TextBytes.isSpace(trimmed[trimmed.index(before: end)]) {
      end = trimmed.index(before: end)
    }
    let kept = String(decoding: trimmed[..<end], as: UTF8.self)
    self.text = kept.isEmpty ? "0" : kept
    guard Self.isWellFormed(Array(self.text.utf8)), let segments = Self.split(self.text) else { return nil }
    self.segments = segments
  }

  private init(segments: [Segment]) {
    self.segments = segments
    text = segments.map { segment in
      switch segment {
      case .number(let number): String(number)
      case .word(let word): word
      }
    }.joined(separator: ".")
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

  /// Runs of digits and of letters; `-` stands for `.pre.`.
  private static func split(_ text: String) -> [Segment]? {
    var segments: [Segment] = []
    let bytes = Array(text.replacing("-", with: ".pre.").utf8)
    var index = 0
    while index < bytes.count {
      let start = index
      let isNumber = TextBytes.isDigit(bytes[index])
      let belongs = { (byte: UInt8) in isNumber ? TextBytes.isDigit(byte) : TextBytes.isLetter(byte) }
      while index < bytes.count, belongs(bytes[index]) { index += 1 }
      guard index > start else {
        index += 1
        continue
      }
      let word = String(decoding: bytes[start..<index], as: UTF8.self)
      if isNumber {
        guard let number = Int(word) else { return nil }
        segments.append(.number(number))
      } else {
        segments.append(.word(word))
      }
    }
    return segments
  }

  var isPrerelease: Bool { segments.contains { if case .word = $0 { true } else { false } } }

  /// The version without what makes it a prerelease.
  var release: GemVersion {
    isPrerelease
      ? GemVersion(segments: Array(segments.prefix { if case .number = $0 { true } else { false } })) : self
  }

  /// The next version at the place before the last, as `~>` needs it.
  var bumped: GemVersion {
    var kept = Array(segments.prefix { if case .number = $0 { true } else { false } })
    if kept.count > 1 { kept.removeLast() }
    if case .number(let last)? = kept.popLast() { kept.append(.number(last == .max ? last : last + 1)) }
    return GemVersion(segments: kept)
  }

  /// Below, above or 0.
  func order(_ other: GemVersion) -> Int {
    let (a, b) = (canonical, other.canonical)
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

  /// Without zeros at the end of the numbers and of the rest.
  private var canonical: [Segment] {
    let numbers = segments.prefix { if case .number = $0 { true } else { false } }
    return Self.trimmed(numbers) + Self.trimmed(segments[numbers.endIndex...])
  }

  private static func trimmed(_ segments: ArraySlice<Segment>) -> [Segment] {
    var result = Array(segments)
    while result.last == .number(0) { result.removeLast() }
    return result
  }
}

/// What versions a `Gem::Requirement` takes.
final class GemRequirement: RubyPayload {
  struct Clause {
    let sign: String
    let version: GemVersion
  }

  let clauses: [Clause]

  init(_ clauses: [Clause]) { self.clauses = clauses }

  func takes(_ version: GemVersion) -> Bool {
    clauses.allSatisfy { clause in
      let order = version.order(clause.version)
      return switch clause.sign {
      case "=": order == 0
      case "!=": order != 0
      case ">": order > 0
      case "<": order < 0
      case ">=": order >= 0
      case "<=": order <= 0
      default: order >= 0 && version.release.order(clause.version.bumped) < 0
      }
    }
  }

  /// A clause such as `~> 1.2`; nil where it is none.
  static func clause(_ text: String) -> Clause? {
    let bytes = Array(text.utf8).filter { !TextBytes.isSpace($0) }
    let sign = bytes.prefix { "=!<>~".utf8.contains($0) }
    let spelled = String(decoding: sign, as: UTF8.self)
    guard ["", "=", "!=", ">", "<", ">=", "<=", "~>"].contains(spelled), bytes.count > sign.count,
      let version = GemVersion(String(decoding: bytes[sign.count...], as: UTF8.self))
    else { return nil }
    return Clause(sign: spelled.isEmpty ? "=" : spelled, version: version)
  }
}
