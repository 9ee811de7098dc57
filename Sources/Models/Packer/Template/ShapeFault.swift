package import Source

/// A part of a template that is not of the shape that Packer reads.
package struct ShapeFault: Sendable, Hashable {
  package enum Problem: Sendable, Hashable {
    /// A value of another kind than the ones that are read there.
    case wrongKind(expected: [TemplateValue.Kind], got: TemplateValue.Kind)
    /// A component without `type`, or with an empty one.
    case missingType
    /// A list inside a list of post-processors that is itself inside the outer one.
    case nestedChain
    /// A root key beginning with `_` whose value is not a text.
    case commentNotText(got: TemplateValue.Kind)
    /// A duration (`pause_before`, `timeout`) that Go does not read, such as `10` or `5 minutes`.
    case notDuration(String)
  }

  /// The part of the template: `builders`, `provisioner 2`, `post-processor 1.3`, `variable name`.
  package let subject: String
  package let problem: Problem
  /// The value at fault; of a missing type, the opening of the component.
  package let location: Location

  package init(_ subject: String, _ problem: Problem, at location: Location) {
    self.subject = subject
    self.problem = problem
    self.location = location
  }
}

/// A key that stands twice in one map.
package struct DuplicateKey: Sendable, Hashable {
  package let name: String
  /// The first place, inside its quotes.
  package let first: Location
  /// The later place; Packer takes the later value and refuses the template.
  package let second: Location

  package init(name: String, first: Location, second: Location) {
    self.name = name
    self.first = first
    self.second = second
  }
}
