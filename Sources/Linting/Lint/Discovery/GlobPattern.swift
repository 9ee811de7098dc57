/// A pattern over paths as `.gitignore` writes it, without its `!` and its trailing `/`.
///
/// `*` and `?` stop at a slash, `[…]` is one byte of a set, `**` as a whole part is any number of folders. Matching
/// takes time in proportion to pattern times path, whatever the pattern.
package struct GlobPattern: Sendable, Hashable {
  private enum Part: Sendable, Hashable {
    /// `**`
    case folders
    case name(NamePattern)
  }

  private let parts: [Part]

  /// Reads a pattern; one without a slash in its beginning or middle matches in every folder.
  package init(_ pattern: String) {
    var names = pattern.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(
      Array.init)
    let isAnchored = names.count > 1
    if names.first?.isEmpty == true { names.removeFirst() }
    var parts: [Part] = isAnchored ? [] : [.folders]
    for name in names where !name.isEmpty {
      let isFolders = name == Array("**".utf8)
      if isFolders, parts.last == .folders { continue }
      parts.append(isFolders ? .folders : .name(NamePattern(name)))
    }
    self.parts = parts
  }

  /// Whether a set in it is not closed, so that it matches nothing.
  package var isBroken: Bool {
    parts.contains { if case .name(let name) = $0 { name.isBroken } else { false } }
  }

  /// Whether the pattern names this very path, relative to the pattern's folder.
  package func matches(_ path: String) -> Bool {
    let names = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    // reached[i]: the parts so far can have used up the first i names.
    var reached = [Bool](repeating: false, count: names.count + 1)
    reached[0] = true
    for (index, part) in parts.enumerated() {
      var next = [Bool](repeating: false, count: names.count + 1)
      switch part {
      case .folders:
        // A last `**` stands for something inside: it takes one name at least.
        let least = index == parts.count - 1 ? 1 : 0
        guard let first = reached.firstIndex(of: true) else { return false }
        for count in min(first + least, names.count + 1)..<(names.count + 1) { next[count] = true }
      case .name(let pattern):
        for (count, name) in names.enumerated() where reached[count] && pattern.matches(name) {
          next[count + 1] = true
        }
      }
      reached = next
    }
    return reached[names.count]
  }
}
