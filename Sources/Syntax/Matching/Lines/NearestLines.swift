/// Finds the lines of a text that a pattern was most likely meant for.
enum NearestLines {
  private static let shownCount = 3
  private static let examinedLines = 20_000
  private static let examinedBytes = 400
  /// The least share of the pattern's letter pairs that a line must hold.
  private static let threshold = 0.4

  /// The nearest lines as evidence, or a word on why there are none.
  static func evidence(for pattern: LinePattern, in lines: TextLines) -> [String] {
    evidence(for: pattern.body, pattern.skeleton, in: lines)
  }

  /// The same for a pattern as people see it, with the bytes that a line would share with it.
  static func evidence(for body: String, _ skeleton: [UInt8], in lines: TextLines) -> [String] {
    if lines.ranges.isEmpty { return ["the text is empty"] }
    let nearest = numbers(to: skeleton, in: lines)
    if lines.bytes.contains(0) { return ["the content is binary, \(lines.bytes.count) bytes"] }
    if nearest.isEmpty, lines.ranges.count <= shownCount {
      return ["the whole text:"] + lines.ranges.indices.map { lines.shown($0 + 1) }
    }
    guard !nearest.isEmpty else {
      return ["no line is similar to `\(body)`; there are \(lines.ranges.count)"]
    }
    return ["nearest to `\(body)`:"] + nearest.sorted().map { lines.shown($0) }
  }

  /// The numbers of the most similar lines, best first.
  static func numbers(to wanted: [UInt8], in lines: TextLines) -> [Int] {
    var isWanted = [Bool](repeating: false, count: 1 << 16)
    var wantedCount = 0
    for pair in pairs(of: wanted[...]) where !isWanted[pair] {
      isWanted[pair] = true
      wantedCount += 1
    }
    guard wantedCount > 0 else { return [] }
    var seenIn = [Int](repeating: -1, count: 1 << 16)
    var scored: [(score: Double, number: Int)] = []
    for (index, range) in lines.ranges.prefix(examinedLines).enumerated() {
      var shared = 0
      let line = lines.bytes[range].prefix(examinedBytes)
      for pair in pairs(of: line) where isWanted[pair] && seenIn[pair] != index {
        seenIn[pair] = index
        shared += 1
      }
      let held = Double(shared) / Double(wantedCount)
      if held < threshold { continue }
      // Among lines that hold as much of the pattern the shorter one is nearer.
      let density = Double(2 * shared) / Double(wantedCount + max(line.count - 1, 1))
      scored.append((held + density, index + 1))
    }
    scored.sort { ($1.score, $0.number) < ($0.score, $1.number) }
    return scored.prefix(shownCount).map(\.number)
  }

  /// The neighbouring bytes of a text, letters in lower case, as numbers below 65536.
  private static func pairs(of text: ArraySlice<UInt8>) -> some Sequence<Int> {
    zip(text, text.dropFirst()).lazy.map { Int(lower($0)) << 8 | Int(lower($1)) }
  }

  private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
