/// A content digest, `sha256:<64 hex digits>` (OCI image specification, descriptors).
package struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The 64 lower-case hex digits.
  package let hex: String

  /// Reads `sha256:…`; nil for any other algorithm or form.
  package init?(_ text: String) {
    guard text.hasPrefix("sha256:") else { return nil }
    self.init(hex: String(text.dropFirst(7)))
  }

  /// Takes the 64 lower-case hex digits alone.
  package init?(hex: String) {
    let digits = hex.utf8
    guard digits.count == 64, digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    self.hex = hex
  }

  /// Takes 64 digits that are known to be right.
  init(trusted hex: String) { self.hex = hex }

  /// The first twelve digits, for people.
  package var short: String { String(hex.prefix(12)) }

  package var description: String { "sha256:\(hex)" }
  package static func < (a: Digest, b: Digest) -> Bool { a.hex < b.hex }
}
