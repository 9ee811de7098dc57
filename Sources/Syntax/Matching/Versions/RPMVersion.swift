/// A version of rpm's, `[EPOCH:]VERSION[-RELEASE]`, in the order of rpm-version(7).
struct RPMVersion {
  private let parts: VersionParts

  init(_ text: String) { parts = VersionParts(text) }

  /// The order; a release counts only where `wanted` has one, an epoch likewise.
  func order(against wanted: RPMVersion) -> Int { parts.order(against: wanted.parts, Self.order) }

  /// The order of two versions or releases: runs of digits and of letters, one after the other; `~` comes before
  /// everything, `^` after the end and before all else.
  static func order(_ a: Substring.UTF8View, _ b: Substring.UTF8View) -> Int {
    var (a, b) = (VersionRuns(a, marks: "~^"), VersionRuns(b, marks: "~^"))
    while true {
      a.skipSeparators()
      b.skipSeparators()
      if a.next == UInt8(ascii: "~") || b.next == UInt8(ascii: "~") {
        guard a.next == b.next else { return a.next == UInt8(ascii: "~") ? -1 : 1 }
        a.skip()
        b.skip()
        continue
      }
      if a.next == UInt8(ascii: "^") || b.next == UInt8(ascii: "^") {
        guard a.next == b.next else {
          // What goes on after a caret is later than what ends there, and earlier than what goes on otherwise.
          if a.next == nil { return -1 }
          if b.next == nil { return 1 }
          return a.next == UInt8(ascii: "^") ? -1 : 1
        }
        a.skip()
        b.skip()
        continue
      }
      guard a.next != nil, b.next != nil else { break }
      let order = VersionRuns.takeRuns(&a, &b)
      if order != 0 { return order }
    }
    return a.next == nil ? (b.next == nil ? 0 : -1) : 1
  }
}
