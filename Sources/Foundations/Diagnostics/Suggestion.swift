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
    let wanted = FoldedName(name)
    var found: [(name: String, distance: Int)] = []
    for candidate in candidates where candidate != name {
      let given = FoldedName(candidate)
      let limit = max(1, min(wanted.count, given.count) / 3)
      if let distance = wanted.distance(to: given, atMost: limit) { found.append((candidate, distance)) }
    }
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// How far a name is from another, case, `-` and `_` aside; nil where it is further than a limit.
  package static func distance(from name: String, to other: String, atMost limit: Int) -> Int? {
    FoldedName(name).distance(to: FoldedName(other), atMost: limit)
  }
}
