/// Lines of a text for people, with their numbers.
package enum LineNumbers {
  /// The last lines of a text, as `  12 | port = 9090`.
  package static func last(_ count: Int, of bytes: [UInt8]) -> [String] {
    let lines = TextLines(bytes)
    return lines.ranges.indices.suffix(count).map { lines.shown($0 + 1) }
  }
}
