import RegularExpressions

extension Matcher {
  /// How many lines that break an inverse pattern are shown.
  private static let shownOffenders = 3

  /// Judges line patterns on a text: every plain one has a line, no inverse one has.
  func lines(_ patterns: [LinePattern], in text: [UInt8]) -> MatchResult {
    let lines = TextLines(text)
    var result = outcome(.matched, "to have patterns", .text(text))
    var clauses: [String] = []
    for pattern in patterns {
      let matching = lines.numbers(matching: pattern, limit: pattern.isInverse ? Self.shownOffenders + 1 : 1)
      // The pattern of nothing is in every text, even in one without lines.
      let isMet = pattern.isInverse ? matching.isEmpty : !matching.isEmpty || pattern.isEmpty
      if isMet { continue }
      if result.verdict == .matched { result.location = pattern.location }
      result.verdict = .unmatched
      if pattern.isInverse {
        result.extra.append(Subject.quoted(pattern.text))
        clauses.append("has `\(pattern.body)` on line \(matching[0])")
        result.evidence += Self.offenders(pattern, lines, matching)
      } else {
        result.missing.append(Subject.quoted(pattern.text))
        clauses.append("has no line with `\(pattern.body)`")
        result.evidence += NearestLines.evidence(for: pattern, in: lines)
      }
    }
    if !clauses.isEmpty { result.clause = clauses.joined(separator: "; ") }
    result.actual = clauses.isEmpty ? lines.summary : clauses.joined(separator: "; ")
    return result
  }

  private static func offenders(_ pattern: LinePattern, _ lines: TextLines, _ numbers: [Int]) -> [String] {
    var evidence = ["lines with `\(pattern.body)`, which none may have:"]
    evidence += numbers.prefix(shownOffenders).map { lines.shown($0) }
    if numbers.count > shownOffenders { evidence.append("  … and more") }
    return evidence
  }
}

extension LinePattern {
  /// The pattern without the mark that turns it round.
  var body: String { isInverse ? String(text.dropFirst()) : text }

  /// Whether nothing is left of it to look for: `''`, `\`, `//`.
  var looksForNothing: Bool {
    if case .expression(let expression) = kind { expression.pattern.isEmpty } else { isEmpty }
  }

  var isEmpty: Bool { if case .plain(let bytes) = kind { bytes.isEmpty } else { false } }
}
