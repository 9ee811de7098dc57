/// A glob as Ruby's `File.fnmatch` reads it: `*`, `?`, `[a-z]`, `\`, and `**/` where folders are kept apart.
struct FilePattern: Sendable, Hashable {
  private let pattern: [UInt8]
  /// Whether `*` also takes `/`, as it does without `FNM_PATHNAME`.
  private let crossesFolders: Bool

  init(_ pattern: String, crossesFolders: Bool) {
    self.pattern = Array(pattern.utf8)
    self.crossesFolders = crossesFolders
  }

  /// Whether a path matches as a whole; a dot in front is matched by a dot alone.
  func matches(_ path: String) -> Bool { matches(Array(path.utf8)) }

  /// One star is tried again at a time: the last one passed, so that time is bounded by the product of the lengths.
  private func matches(_ text: [UInt8]) -> Bool {
    var at = 0
    var here = 0
    var star: (after: Int, text: Int, crosses: Bool)?
    while here < text.count {
      if let step = step(at, text, here) {
        switch step {
        case .star(let after, let crosses):
          star = (after, here, crosses)
          at = after
        case .one(let after):
          at = after
          here += 1
        }
        continue
      }
      guard let last = star, last.crosses || text[last.text] != UInt8(ascii: "/") else { return false }
      star = (last.after, last.text + 1, last.crosses)
      at = last.after
      here = last.text + 1
    }
    while at < pattern.count, pattern[at] == UInt8(ascii: "*") { at += 1 }
    return at == pattern.count
  }

  private enum Step {
    case star(after: Int, crosses: Bool)
    /// One character of the text is taken.
    case one(after: Int)
  }

  private func step(_ at: Int, _ text: [UInt8], _ here: Int) -> Step? {
    guard at < pattern.count else { return nil }
    let isLeadingDot =
      text[here] == UInt8(ascii: ".")
      && (here == 0 || !crossesFolders && text[here - 1] == UInt8(ascii: "/"))
    switch pattern[at] {
    case UInt8(ascii: "*"):
      if isLeadingDot { return nil }
      if !crossesFolders, pattern[at...].starts(with: Array("**/".utf8)) {
        return .star(after: at + 3, crosses: true)
      }
      return .star(after: at + 1, crosses: crossesFolders)
    case UInt8(ascii: "?"):
      return isLeadingDot || isSeparator(text[here]) ? nil : .one(after: at + 1)
    case UInt8(ascii: "["):
      guard let (after, isMember) = bracket(at, text[here]) else { return nil }
      return isMember && !isLeadingDot && !isSeparator(text[here]) ? .one(after: after) : nil
    case UInt8(ascii: "\\") where at + 1 < pattern.count:
      return pattern[at + 1] == text[here] ? .one(after: at + 2) : nil
    case text[here]: return .one(after: at + 1)
    default: return nil
    }
  }

  private func isSeparator(_ byte: UInt8) -> Bool { !crossesFolders && byte == UInt8(ascii: "/") }

  /// Reads `[…]`; nil where it is not closed, which matches nothing.
  private func bracket(_ start: Int, _ byte: UInt8) -> (after: Int, isMember: Bool)? {
    var at = start + 1
    guard at < pattern.count else { return nil }
    let isNegated = pattern[at] == UInt8(ascii: "!") || pattern[at] == UInt8(ascii: "^")
    if isNegated { at += 1 }
    var isMember = false
    while at < pattern.count, pattern[at] != UInt8(ascii: "]") {
      var low = pattern[at]
      if low == UInt8(ascii: "\\"), at + 1 < pattern.count {
        at += 1
        low = pattern[at]
      }
      var high = low
      if at + 2 < pattern.count, pattern[at + 1] == UInt8(ascii: "-"), pattern[at + 2] != UInt8(ascii: "]") {
        high = pattern[at + 2]
        at += 2
      }
      if low <= byte, byte <= high { isMember = true }
      at += 1
    }
    return at < pattern.count ? (at + 1, isMember != isNegated) : nil
  }
}
