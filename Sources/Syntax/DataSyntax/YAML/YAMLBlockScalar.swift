import Source

/// The value of a `|` or `>` scalar, each line with its place.
///
/// libyaml has decided the value; here its lines are found again in the source, where each is preceded by the
/// indentation that the value lacks. What stands between two lines of the value is a line end, or what it folds to.
struct YAMLBlockScalar {
  /// From the first byte of the first line to the last byte of the last.
  let content: ByteRange
  /// Nil where the lines could not be found again.
  let value: DerivedText?

  init(_ value: [UInt8], in range: ByteRange, of text: DerivedText) {
    let lines = Self.lines(of: value, in: range, text.bytes)
    let end = lines.last?.end ?? range.end
    content = ByteRange(min(lines.first?.start ?? range.end, end), end)
    self.value = Self.align(value, with: lines, in: range, of: text)
  }

  /// What of each line in the source belongs to the value; lines of blanks alone have no part.
  private static func lines(of value: [UInt8], in range: ByteRange, _ bytes: [UInt8]) -> [ByteRange] {
    var offset = lineEnd(from: range.start, to: range.end, bytes)
    var lines: [ByteRange] = []
    while offset < range.end {
      let start =
        offset + (bytes[offset] == 0x0D && offset + 1 < range.end && bytes[offset + 1] == 0x0A ? 2 : 1)
      guard start <= range.end else { break }
      offset = lineEnd(from: start, to: range.end, bytes)
      lines.append(ByteRange(start, offset))
    }
    let indentation = indentation(of: lines, value, bytes)
    return lines.compactMap { line in
      line.count > indentation ? ByteRange(line.start + indentation, line.end) : nil
    }
  }

  private static func lineEnd(from start: Int, to end: Int, _ bytes: [UInt8]) -> Int {
    bytes[start..<end].firstIndex { $0.isBreak } ?? end
  }

  /// How far the block is indented: what the first line with text has more in the source than in the value.
  private static func indentation(of lines: [ByteRange], _ value: [UInt8], _ bytes: [UInt8]) -> Int {
    let isText: (UInt8) -> Bool = { $0 != 0x20 && !$0.isBreak }
    guard let line = lines.first(where: { bytes[$0.indices].contains(where: isText) }),
      let first = value.firstIndex(where: isText)
    else { return lines.map(\.count).max() ?? 0 }
    let written = bytes[line.indices].prefix { $0 == 0x20 }.count
    let kept = value[..<first].reversed().prefix { $0 == 0x20 }.count
    return max(0, written - kept)
  }

  private static func align(
    _ value: [UInt8], with lines: [ByteRange], in range: ByteRange, of text: DerivedText
  ) -> DerivedText? {
    var builder = DerivedTextBuilder()
    var taken = 0
    var end: Int?
    for line in lines {
      let separator = separator(in: value, from: taken)
      taken += separator.count
      append(separator, between: end ?? range.start, and: line.start, to: &builder, of: text)
      let words = text.bytes[line.indices]
      guard value[taken...].starts(with: words) else { return nil }
      builder.append(text.slice(line))
      taken += words.count
      end = line.end
    }
    append(value[taken...], between: end ?? range.start, and: range.end, to: &builder, of: text)
    let whole = builder.text(whole: text.location(of: range))
    return whole.bytes == value ? whole : nil
  }

  /// The line ends, or the one space that they folded to, at an offset of the value.
  private static func separator(in value: [UInt8], from start: Int) -> ArraySlice<UInt8> {
    let breaks = value[start...].prefix { $0 == 0x0A }
    guard breaks.isEmpty, start > 0, start < value.count, value[start] == 0x20 else { return breaks }
    return value[start..<start + 1]
  }

  private static func append(
    _ separator: ArraySlice<UInt8>, between start: Int, and end: Int, to builder: inout DerivedTextBuilder,
    of text: DerivedText
  ) {
    guard !separator.isEmpty else { return }
    if text.bytes[start..<end].starts(with: separator) {
      builder.append(text.slice(ByteRange(start, start + separator.count)))
    } else {
      builder.append(generated: separator, by: text.location(of: ByteRange(start, end)))
    }
  }
}
