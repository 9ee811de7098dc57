/// A version of pacman's, `[EPOCH:]VERSION[-RELEASE]`, in the order of vercmp(8).
struct PacmanVersion {
  private let parts: VersionParts

  init(_ text: String) { parts = VersionParts(text) }

  /// The order; a release counts only where both have one.
  func order(against wanted: PacmanVersion) -> Int { parts.order(against: wanted.parts, Self.order) }

  /// The order of two versions or releases: as rpm's, but more separators are later, and letters behind the common part
  /// come before its end: `1.0rc` is earlier than `1.0`.
  static func order(_ a: Substring.UTF8View, _ b: Substring.UTF8View) -> Int {
    var (a, b) = (VersionRuns(a), VersionRuns(b))
    while a.next != nil, b.next != nil {
      let separators = (a.skipSeparators(), b.skipSeparators())
      guard a.next != nil, b.next != nil else { break }
      if separators.0 != separators.1 { return separators.0 < separators.1 ? -1 : 1 }
      let order = VersionRuns.takeRuns(&a, &b)
      if order != 0 { return order }
    }
    guard a.next != nil || b.next != nil else { return 0 }
    return a.isAtLetter || a.next == nil && !b.isAtLetter ? -1 : 1
  }
}
