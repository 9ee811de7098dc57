package import Source

/// A declared user variable.
package struct TemplateVariable: Sendable, Hashable {
  /// The name, with the place inside its quotes.
  package let name: Located<String>
  /// The default; of kind null when the variable is required.
  package let value: TemplateValue
  /// The place of name and default together.
  package let location: Location

  init(_ entry: TemplateEntry) {
    name = entry.name
    value = entry.value
    location = entry.location
  }

  /// Whether a value must be given from outside.
  package var isRequired: Bool { value.isNothing }
}
