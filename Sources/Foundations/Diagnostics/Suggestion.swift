/// Finds the name that a misspelt one was meant to be.
package enum Suggestion {
  /// The nearest of the candidates; nil when none is near enough to be worth a word.
  package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    names(near: name, among: candidates).first
  }

  /// Up to three candidates that are near enough to be worth a word, best first.
  ///
  /// Case, `-` and `_` do not count as differences; equally near names come in the order of the alphabet.
  package static func names(near name: String, among candidates: some Sequence<String>) -> [String] {
    let wanted = folded(name)
    var found: [(name: String, distance: Int)] = []
    for candidate in candidates where candidate != name {
      let given = folded(candidate)
      let limit = max(1, min(wanted.count, given.count) / 3)
      guard abs(given.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, given)
      if distance <= limit { found.append((candidate, distance)) }
    }
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// How far a name is from another, case, `-` and `_` aside; nil where it is further than a limit.
  package static func distance(from name: String, to other: String, atMost limit: Int) -> Int? {
    let (a, b) = (folded(name), folded(other))
    guard abs(a.count - b.count) <= limit else { return nil }
    let distance = distance(a, b)
    return distance <= limit ? distance : nil
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }.prefix(128).map { $0 }
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
