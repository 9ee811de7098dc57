/// Shows where two texts of several lines part.
enum TextDifference {
  /// The first line that differs, expected and actual; nothing for texts of one line, which speak for themselves.
  static func lines(expected: [UInt8], actual: [UInt8]) -> [String] {
    guard expected.contains(0x0A) || actual.contains(0x0A), !actual.contains(0) else { return [] }
    let wanted = TextLines(expected)
    let found = TextLines(actual)
    let common = min(wanted.ranges.count, found.ranges.count)
    let place = (0..<common).first { index in
      !wanted.bytes[wanted.ranges[index]].elementsEqual(found.bytes[found.ranges[index]])
    }
    let number = (place ?? common) + 1
    if number > wanted.ranges.count, number > found.ranges.count {
      return [ends(expected: expected, actual: actual)]
    }
    return ["line \(number) differs:"]
      + [
        number <= wanted.ranges.count
          ? "  - " + wanted.shown(number).drop(margin: number) : "  - (the expected text has ended)"
      ]
      + [
        number <= found.ranges.count
          ? "  + " + found.shown(number).drop(margin: number) : "  + (the actual text has ended)"
      ]
  }
}

extension TextDifference {
  /// How the line breaks of two texts of the same lines differ.
  private static func ends(expected: [UInt8], actual: [UInt8]) -> String {
    if expected.contains(0x0D) != actual.contains(0x0D) {
      return actual.contains(0x0D)
        ? "the lines of the actual text end with CR LF, those of the expected one with LF"
        : "the lines of the actual text end with LF, those of the expected one with CR LF"
    }
    return actual.last == 0x0A
      ? "the actual text ends with a line break, the expected one does not"
      : "the expected text ends with a line break, the actual one does not"
  }
}

extension String {
  /// A shown line without its number.
  fileprivate func drop(margin number: Int) -> String { String(dropFirst("  \(number) | ".count)) }
}
