package import Matching
package import Source

/// One property of a thing, with what is expected of it: what becomes one outcome.
package struct Expectation: Sendable {
  /// Stable: `files:/etc/passwd:mode`.
  package let id: String
  package let property: String
  package let matcher: Matcher
  /// The place in the spec that asks.
  package let origin: Location
  /// One line for people.
  package let title: String

  package init(id: String, property: String, matcher: Matcher, origin: Location, title: String) {
    self.id = id
    self.property = property
    self.matcher = matcher
    self.origin = origin
    self.title = title
  }
}
