/// A name as others are compared with it: case, `-` and `_` do not count as differences.
package struct FoldedName: Sendable {
  private let bytes: [UInt8]
  /// Which bytes occur in it, each a bit by its lowest six.
  private let letters: UInt64

  package init(_ name: String) { self.init(name.utf8) }

  /// A name of which no more is looked at than a misspelt one can be of use for.
  package init(_ name: some Sequence<UInt8>) {
    var bytes: [UInt8] = []
    var letters: UInt64 = 0
    for byte in name.prefix(128) {
      let folded =
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "-"): UInt8(ascii: "_")
        default: byte
        }
      bytes.append(folded)
      letters |= 1 << UInt64(folded & 0x3F)
    }
    self.bytes = bytes
    self.letters = letters
  }

  package var count: Int { bytes.count }

  /// How far another name is from this one; nil where it is further than a limit.
  package func distance(to other: FoldedName, atMost limit: Int) -> Int? {
    // Each letter that only one of them has is one change at least: that tells most names apart.
    guard abs(count - other.count) <= limit, (letters & ~other.letters).nonzeroBitCount <= limit,
      (other.letters & ~letters).nonzeroBitCount <= limit
    else { return nil }
    let distance = Self.distance(bytes, other.bytes)
    return distance <= limit ? distance : nil
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two texts.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
