/// The difference of two texts in the form of Python's difflib with one line around each change, which goss's has.
struct GossDiff {
  private static let context = 1
  /// Beyond so many lines the middle is shown as replaced as a whole.
  private static let lineLimit = 20_000

  private typealias Line = [UInt8]

  private let old: [Line]
  private let new: [Line]

  init(_ old: String, _ new: String) {
    self.old = Self.lines(old)
    self.new = Self.lines(new)
  }

  /// Lines with their ends; the last one gets an end as well.
  private static func lines(_ text: String) -> [Line] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0 + [0x0A] }
  }

  /// Lines of the one text that stand for lines of the other.
  private struct Block {
    var old: Range<Int>
    var new: Range<Int>
    var isEqual: Bool
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  private var bytes: [UInt8] {
    var text: [UInt8] = []
    for group in groups {
      guard let first = group.first, let last = group.last else { continue }
      if text.isEmpty { text += "--- test\n+++ actual\n".utf8 }
      text += "@@ -\(Self.span(first.old.lowerBound..<last.old.upperBound))".utf8
      text += " +\(Self.span(first.new.lowerBound..<last.new.upperBound)) @@\n".utf8
      for block in group {
        if block.isEqual {
          for line in old[block.old] { text += [UInt8(ascii: " ")] + line }
        } else {
          for line in old[block.old] { text += [UInt8(ascii: "-")] + line }
          for line in new[block.new] { text += [UInt8(ascii: "+")] + line }
        }
      }
    }
    return text
  }

  private static func span(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 1: "\(lines.lowerBound + 1)"
    case 0: "\(lines.lowerBound),0"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }

  /// The blocks around each change, those near each other together.
  private var groups: [[Block]] {
    var blocks = blocks
    let context = Self.context
    if let first = blocks.first, first.isEqual { blocks[0] = Self.suffix(first, context) }
    if let last = blocks.last, last.isEqual { blocks[blocks.count - 1] = Self.prefix(last, context) }
    var groups: [[Block]] = []
    var group: [Block] = []
    for block in blocks {
      if block.isEqual, block.old.count > 2 * context {
        group.append(Self.prefix(block, context))
        groups.append(group)
        group = [Self.suffix(block, context)]
      } else {
        group.append(block)
      }
    }
    groups.append(group)
    return groups.filter { $0.contains { !$0.isEqual } }
  }

  private static func prefix(_ block: Block, _ count: Int) -> Block {
    let count = min(count, block.old.count)
    return Block(
      old: block.old.lowerBound..<block.old.lowerBound + count,
      new: block.new.lowerBound..<block.new.lowerBound + count, isEqual: true)
  }

  private static func suffix(_ block: Block, _ count: Int) -> Block {
    let count = min(count, block.old.count)
    return Block(
      old: block.old.upperBound - count..<block.old.upperBound,
      new: block.new.upperBound - count..<block.new.upperBound, isEqual: true)
  }

  private var blocks: [Block] {
    var blocks: [Block] = []
    var (i, j) = (0, 0)
    for match in matches + [(old.count, new.count, 0)] {
      if i < match.0 || j < match.1 {
        blocks.append(Block(old: i..<match.0, new: j..<match.1, isEqual: false))
      }
      (i, j) = (match.0 + match.2, match.1 + match.2)
      if match.2 > 0 { blocks.append(Block(old: match.0..<i, new: match.1..<j, isEqual: true)) }
    }
    return blocks
  }

  /// The runs of equal lines: the longest one, then the longest before and behind it, and so on.
  private var matches: [(Int, Int, Int)] {
    guard old.count <= Self.lineLimit, new.count <= Self.lineLimit else { return edges }
    var places: [Line: [Int]] = [:]
    for (place, line) in new.enumerated() { places[line, default: []].append(place) }
    // Lines that are all over a long text lead nowhere.
    if new.count >= 200 { places = places.filter { $0.value.count <= new.count / 100 + 1 } }
    var found: [(Int, Int, Int)] = []
    var queue = [(0..<old.count, 0..<new.count)]
    while let (a, b) = queue.popLast() {
      let match = longest(a, b, places)
      guard match.2 > 0 else { continue }
      found.append(match)
      if a.lowerBound < match.0, b.lowerBound < match.1 {
        queue.append((a.lowerBound..<match.0, b.lowerBound..<match.1))
      }
      if match.0 + match.2 < a.upperBound, match.1 + match.2 < b.upperBound {
        queue.append((match.0 + match.2..<a.upperBound, match.1 + match.2..<b.upperBound))
      }
    }
    return Self.joined(found.sorted { ($0.0, $0.1) < ($1.0, $1.1) })
  }

  private static func joined(_ matches: [(Int, Int, Int)]) -> [(Int, Int, Int)] {
    var joined: [(Int, Int, Int)] = []
    for match in matches {
      if let last = joined.last, last.0 + last.2 == match.0, last.1 + last.2 == match.1 {
        joined[joined.count - 1].2 += match.2
      } else {
        joined.append(match)
      }
    }
    return joined
  }

  private func longest(
    _ a: Range<Int>, _ b: Range<Int>, _ places: [Line: [Int]]
  ) -> (Int, Int, Int) {
    var best = (a.lowerBound, b.lowerBound, 0)
    var lengths: [Int: Int] = [:]
    for i in a {
      var next: [Int: Int] = [:]
      for j in places[old[i]] ?? [] where b.contains(j) {
        let length = (lengths[j - 1] ?? 0) + 1
        next[j] = length
        if length > best.2 { best = (i - length + 1, j - length + 1, length) }
      }
      lengths = next
    }
    while best.0 > a.lowerBound, best.1 > b.lowerBound, old[best.0 - 1] == new[best.1 - 1] {
      best = (best.0 - 1, best.1 - 1, best.2 + 1)
    }
    while best.0 + best.2 < a.upperBound, best.1 + best.2 < b.upperBound,
      old[best.0 + best.2] == new[best.1 + best.2]
    {
      best.2 += 1
    }
    return best
  }

  /// The equal lines at the start and at the end alone.
  private var edges: [(Int, Int, Int)] {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - head
    let tail = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
    return [(0, 0, head), (old.count - tail, new.count - tail, tail)].filter { $0.2 > 0 }
  }
}
