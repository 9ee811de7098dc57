import RegularExpressions
import Source

/// A pattern that a text is searched with; one that RE2 refuses is never satisfied, wanted or not.
struct Pattern: Sendable {
  let text: String
  let location: Location
  let expression: RegularExpression?

  /// Whether it occurs in a text; nil where the pattern itself is wrong.
  func occurs(in bytes: [UInt8]) -> Bool? { expression?.matches(bytes) }
}
