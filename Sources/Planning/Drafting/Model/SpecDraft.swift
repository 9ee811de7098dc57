package import DataSyntax
package import Source

/// What a spec says, apart from the dialect in which it is written: our sections and properties, and values with our
/// matchers, to be written in any dialect.
package struct SpecDraft: Sendable {
  /// Lines at the top.
  package var header: [String] = []
  /// Comments above sections, by the sections' words.
  package var notes: [String: [String]] = [:]
  package var things: [Thing] = []
  /// What the draft does not hold though the original says it.
  package var leftOut: [LeftOut] = []

  package init() {}

  /// One thing that a spec speaks of.
  package struct Thing: Sendable, Hashable {
    /// `files`, `packages`, `image`, …
    package var section: String
    /// A path, a package, a command; empty for the image.
    package var name: String
    package var origin: Location?
    /// What says how to look and what it is called: `title`, `skip`, `exec`, …
    package var settings: [JSONText.Member] = []
    package var assertions: [Assertion] = []

    package init(
      _ section: String, _ name: String = "", at origin: Location? = nil, settings: [JSONText.Member] = [],
      _ assertions: [Assertion] = []
    ) {
      self.section = section
      self.name = name
      self.origin = origin
      self.settings = settings
      self.assertions = assertions
    }

    /// The value of a setting.
    package func setting(_ key: String) -> JSONText? { settings.first { $0.key == key }?.value }

    /// The assertion of a property.
    package subscript(property: String) -> Assertion? { assertions.first { $0.property == property } }
  }

  /// What is expected of one property.
  package struct Assertion: Sendable, Hashable {
    package var property: String
    package var value: JSONText
    package var origin: Location?
    /// Why only container-structure-test judges it as it is meant; nil where all dialects do.
    package var bound: String?

    package init(
      _ property: String, _ value: JSONText, at origin: Location? = nil, boundBy bound: String? = nil
    ) {
      self.property = property
      self.value = value
      self.origin = origin
      self.bound = bound
    }
  }

  /// Something that cannot be expressed, and why; `reason` is one sentence that names it.
  package struct LeftOut: Sendable, Hashable {
    package let reason: String
    package let origin: Location?

    package init(_ reason: String, at origin: Location?) {
      self.reason = reason
      self.origin = origin
    }
  }

  /// How many assertions it holds.
  package var count: Int { things.reduce(0) { $0 + $1.assertions.count } }

  package mutating func leaveOut(_ reason: String, at origin: Location?) {
    leftOut.append(LeftOut(reason, at: origin))
  }
}
