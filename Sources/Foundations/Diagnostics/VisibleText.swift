/// Text of users made fit to be shown: nothing in it can steer a terminal or reorder what people read.
package enum VisibleText {
  /// The text on one line: a tab is a blank, other scalars that do not show stand as a sign, one for one.
  package static func line(_ text: some StringProtocol) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      shown.unicodeScalars.append(scalar == "\t" ? " " : sign(of: scalar))
    }
    return shown
  }

  /// The text on one line that the runner of GitHub's workflows, which reads all that a program prints, takes for no
  /// command: `::name::` counts behind blanks, the older `##[name]` anywhere.
  package static func logLine(_ text: some StringProtocol) -> String {
    var shown = ""
    var isAtStart = true
    // The last two as values: a slice of `shown` would have it copied for each scalar.
    var (last, before): (Unicode.Scalar?, Unicode.Scalar?) = (nil, nil)
    for scalar in line(text).unicodeScalars {
      if scalar == ":", isAtStart, last == ":" { shown += " " }
      if scalar == "[", last == "#", before == "#" { shown += " " }
      isAtStart = isAtStart && (scalar == ":" || scalar.properties.isWhitespace)
      shown.unicodeScalars.append(scalar)
      (last, before) = (scalar, last)
    }
    return shown
  }

  /// The lines of a text, each fit to be shown; a line feed at the end begins no further line.
  package static func lines(_ text: some StringProtocol) -> [String] {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { part in
      line(String(String.UnicodeScalarView(part.last == "\r" ? part.dropLast() : part)))
    }
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// What is shown for a scalar: control characters as their pictures, marks that reorder text as U+FFFD.
  package static func sign(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    // C1 controls, line and paragraph separators, marks of direction.
    case 0x80..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF: "\u{FFFD}"
    default: scalar
    }
  }

  /// How many columns of a terminal a scalar takes.
  package static func width(of scalar: Unicode.Scalar) -> Int {
    guard scalar.value >= 0x300 else { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  /// How many columns of a terminal a text takes.
  package static func width(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// The blocks of East Asian wide characters and emoji (Unicode's EastAsianWidth W and F, coarsely).
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
