import RegularExpressions
import Source

/// Lines of a text for people, with their numbers.
package enum LineNumbers {
  /// How many lines with a match are shown.
  private static let shownCount = 3

  /// The last lines of a text, as `  12 | port = 9090`.
  package static func last(_ count: Int, of bytes: [UInt8]) -> [String] {
    let lines = TextLines(bytes)
    return lines.ranges.indices.suffix(count).map { lines.shown($0 + 1) }
  }

  /// The lines that a regular expression, which none of the text matches, was most likely meant for, as evidence.
  package static func nearest(to pattern: String, of bytes: [UInt8]) -> [String] {
    let lines = TextLines(bytes)
    return NearestLines.evidence(for: pattern, LinePattern.literals(of: Array(pattern.utf8)), in: lines)
  }

  /// The lines that a range of bytes touches, at most three.
  package static func lines(_ range: Range<Int>, of bytes: [UInt8]) -> [String] {
    let lines = TextLines(bytes)
    let touched = lines.ranges.indices.filter {
      lines.ranges[$0].lowerBound <= range.upperBound && range.lowerBound <= lines.ranges[$0].upperBound
    }
    return touched.prefix(3).map { lines.shown($0 + 1) }
  }

  /// The lines that a pattern which is not satisfied was most likely meant for; of an inverse one those that it forbids.
  package static func nearest(to pattern: String, in bytes: [UInt8]) -> [String] {
    let place = Location(FileID(""), ByteRange(at: 0))
    guard let pattern = try? LinePattern(pattern, at: place) else { return [] }
    let lines = TextLines(bytes)
    guard pattern.isInverse else { return NearestLines.evidence(for: pattern, in: lines) }
    return lines.numbers(matching: pattern, limit: shownCount).map { lines.shown($0) }
  }
}
