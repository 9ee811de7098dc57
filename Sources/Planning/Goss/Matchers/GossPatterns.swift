import Expectation
import Matching
import RegularExpressions
import Source

/// The patterns of a list that is compared with a text line by line; one that is none is an error wherever it is compared.
struct GossPatterns: Sendable {
  /// What became of the patterns.
  struct Outcome {
    /// The patterns that were satisfied, and those that were not, as written.
    let found: [String]
    let missing: [String]
    let isMatched: Bool
  }

  /// The longest line that goss reads.
  private static let lineLimit = 1 << 20

  /// The list as it is written.
  let elements: GossValue
  private let compiled: Result<[LinePattern], GossError>

  init(_ elements: GossValue, at location: Location) {
    self.elements = elements
    compiled = Result { () throws(GossError) in
      var patterns: [LinePattern] = []
      for element in elements.items ?? [elements] { patterns.append(try Self.pattern(element, location)) }
      return patterns
    }
  }

  /// Whether each pattern is met by a line, and none by the lack of one.
  var areAllWanted: Bool {
    guard case .success(let patterns) = compiled else { return false }
    return patterns.allSatisfy { !$0.isInverse }
  }

  /// The plain texts that lines must hold; empty where anything else is looked for as well.
  var plainTexts: [String] {
    guard areAllWanted, case .success(let patterns) = compiled else { return [] }
    let texts = patterns.compactMap { pattern in
      if case .plain(let bytes) = pattern.kind { String(decoding: bytes, as: UTF8.self) } else { nil }
    }
    return texts.count == patterns.count ? texts : []
  }

  private static func pattern(_ element: GossValue, _ location: Location) throws(GossError) -> LinePattern {
    guard let text = element.string else {
      throw GossError("HavePatterns matcher expects patterns to be a string. got: \n\(element.object)")
    }
    do throws(RegularExpressionError) { return try LinePattern(text, at: location) } catch {
      throw GossError(error.goMessage)
    }
  }

  /// What becomes of them on a text; a line that goss cannot read is an error only where one of them looks beyond it.
  func result(in bytes: [UInt8], _ compatibility: Compatibility) -> Result<Outcome, GossError> {
    compiled.flatMap { patterns in
      let lines = TextLines(bytes)
      let numbers = patterns.map { lines.numbers(matching: $0, limit: 1).first }
      if compatibility == .strict, let long = lines.firstNumber(ofLength: Self.lineLimit),
        numbers.contains(where: { $0 ?? .max >= long })
      {
        return .failure(GossError("bufio.Scanner: token too long"))
      }
      return .success(Self.outcome(patterns, numbers))
    }
  }

  /// In goss's order: the patterns as their lines come, then those that need no line.
  private static func outcome(_ patterns: [LinePattern], _ numbers: [Int?]) -> Outcome {
    let met = zip(patterns, numbers).enumerated().compactMap { place, pair in
      pair.0.isInverse ? nil : pair.1.map { (line: $0, place: place) }
    }
    var found = met.sorted { ($0.line, $0.place) < ($1.line, $1.place) }.map { patterns[$0.place].text }
    found += zip(patterns, numbers).filter { $1 == nil && ($0.isInverse || $0.text.isEmpty) }.map(\.0.text)
    let isMatched = found.count == patterns.count
    let texts = Set(found)
    return Outcome(
      found: found, missing: isMatched ? [] : patterns.map(\.text).filter { !texts.contains($0) },
      isMatched: isMatched)
  }
}
