/// A release as rules name it: `0.1`, `1.12.3`.
package struct RuleVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The release that the first rules came with.
  package static let first = RuleVersion("0.1")

  private let numbers: [Int]

  /// Reads numbers between dots; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard !numbers.isEmpty, numbers.count == parts.count, numbers.count <= 4 else { return nil }
    self.numbers = numbers
  }

  package var description: String { numbers.map(String.init).joined(separator: ".") }

  /// Missing numbers count as 0: `0.1` and `0.1.0` are the same release.
  package static func < (a: RuleVersion, b: RuleVersion) -> Bool {
    a.padded.lexicographicallyPrecedes(b.padded)
  }
  package static func == (a: RuleVersion, b: RuleVersion) -> Bool { a.padded == b.padded }
  package func hash(into hasher: inout Hasher) { hasher.combine(padded) }

  private var padded: [Int] { numbers + Array(repeating: 0, count: 4 - numbers.count) }
}
