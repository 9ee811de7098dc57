import RegularExpressions

/// A text cut into lines as goss cuts it: at LF, a CR before it dropped, a last line without an end mark counted.
package struct TextLines {
  /// The longest part of a line that is shown.
  private static let shownLimit = 160

  package let bytes: [UInt8]
  /// The bytes of each line without its end mark.
  package let ranges: [Range<Int>]

  package init(_ bytes: [UInt8]) {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      ranges.append(start..<(end > start && bytes[end - 1] == 0x0D ? end - 1 : end))
      start = end + 1
    }
    self.bytes = bytes
    self.ranges = ranges
  }

  /// The numbers (from 1) of the first lines that hold what the pattern looks for, whichever way it is turned.
  package func numbers(matching pattern: LinePattern, limit: Int) -> [Int] {
    var found: [Int] = []
    for (index, range) in ranges.enumerated() {
      let isMatch =
        switch pattern.kind {
        case .plain(let wanted): bytes[range].firstRange(of: wanted) != nil
        case .expression(let expression): expression.firstMatch(in: bytes, within: range) != nil
        }
      if isMatch { found.append(index + 1) }
      if found.count == limit { break }
    }
    return found
  }

  /// The number (from 1) of the first line of at least so many bytes, a CR at its end counted.
  package func firstNumber(ofLength length: Int) -> Int? {
    ranges.firstIndex { range in
      let hasReturn = range.upperBound < bytes.count && bytes[range.upperBound] == 0x0D
      return range.count + (hasReturn ? 1 : 0) >= length
    }.map { $0 + 1 }
  }

  /// A line for people: `  12 | port = 9090`.
  func shown(_ number: Int) -> String {
    let range = ranges[number - 1]
    let cut = range.count > Self.shownLimit
    var line = String(
      decoding: bytes[range.lowerBound..<(cut ? range.lowerBound + Self.shownLimit : range.upperBound)],
      as: UTF8.self)
    line = String(
      String.UnicodeScalarView(line.unicodeScalars.map { $0.value < 0x20 && $0 != "\t" ? "\u{FFFD}" : $0 }))
    return "  \(number) | \(line)\(cut ? "…" : "")"
  }

  /// How much text it is, in words.
  var summary: String {
    ranges.count == 1 ? "1 line" : "\(ranges.count) lines"
  }
}

extension Collection<UInt8> where Index == Int {
  /// The first place of some bytes; the empty sequence is found at the start.
  func firstRange(of wanted: [UInt8]) -> Range<Int>? {
    guard let first = wanted.first else { return startIndex..<startIndex }
    var start = startIndex
    let last = endIndex - wanted.count
    while start <= last {
      if self[start] == first, self[start..<(start + wanted.count)].elementsEqual(wanted) {
        return start..<(start + wanted.count)
      }
      start += 1
    }
    return nil
  }
}
